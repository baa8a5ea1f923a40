import { unavailable } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import { createDrawingThread, type DrawingThread, notDrawable } from './drawing-thread.ts';
import type { ChartRequest } from './request.ts';
import type { WorkerAnswer } from './worker.ts';

/** Most charts that wait for those that are drawn now. */
const maxQueueLength = 20;
/** Most threads; each takes about 50 MB while it is there. */
const maxThreads = 2;
/** So many may wait before another thread is started, which takes as long as drawing eight charts. */
const maxWaiting = 2;

type Job = {
  request: ChartRequest;
  resolve: (answer: WorkerAnswer) => void;
  reject: (error: unknown) => void;
};

type CreateRendererInput = {
  logger: Logger;
  timeoutMs: number | undefined;
  idleMs: number | undefined;
};

/**
 * Draws charts in threads of their own: a chart that takes longer than `timeoutMs` ends with its thread and not with
 * the service. A thread without work for `idleMs` ends and gives its memory back.
 */
export function createRenderer({ logger, timeoutMs = 5000, idleMs = 60_000 }: CreateRendererInput) {
  const queue: Job[] = [];
  const idle = new Map<DrawingThread, NodeJS.Timeout>();
  const busy = new Set<DrawingThread>();
  const running = new Set<Promise<void>>();

  const startNext = () => {
    if (queue.length === 0) return;
    const thread = takeThread();
    const job = thread && queue.shift();
    if (thread === undefined || job === undefined) return;
    busy.add(thread);
    const work = perform({ thread, job }).finally(() => running.delete(work));
    running.add(work);
  };

  /** One that is idle, or a new one while there may be more and it is worth it. */
  const takeThread = (): DrawingThread | undefined => {
    const [rested] = idle.keys();
    if (rested !== undefined) {
      clearTimeout(idle.get(rested));
      idle.delete(rested);
      return rested;
    }
    const isWorthIt = busy.size === 0 || queue.length > maxWaiting;
    return isWorthIt && busy.size < maxThreads ? createDrawingThread({ timeoutMs }) : undefined;
  };

  const perform = async ({ thread, job }: { thread: DrawingThread; job: Job }) => {
    try {
      job.resolve(await thread.draw(job.request));
      idle.set(thread, setTimeout(() => dismiss(thread), idleMs).unref());
    } catch (error) {
      logger.warn({ err: error }, 'a drawing thread failed and is replaced');
      await thread.end();
      job.reject(error);
    } finally {
      busy.delete(thread);
      startNext();
    }
  };

  const dismiss = (thread: DrawingThread) => {
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    return thread.end();
  };

  return {
    /** The image; throws `validation_failed` for what cannot be drawn, `unavailable` when too many wait. */
    render: async (request: ChartRequest): Promise<Buffer> => {
      if (queue.length >= maxQueueLength)
        throw unavailable({ message: 'Too many charts are waiting. Try again in a moment.' });
      const answered = new Promise<WorkerAnswer>((resolve, reject) =>
        queue.push({ request, resolve, reject }),
      );
      startNext();
      const answer = await answered;
      if ('image' in answer) return Buffer.from(answer.image);
      throw notDrawable('refused' in answer ? answer.refused : 'nothing came back');
    },
    countThreads: () => idle.size + busy.size,
    /** Waits for the charts that are being drawn and ends the threads. */
    stop: async () => {
      while (running.size > 0) await Promise.all(running);
      await Promise.all([...idle.keys()].map(dismiss));
    },
  };
}

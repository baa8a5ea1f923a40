import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError, unavailable } from '@campus-desk/contract';
import type { Logger } from '@campus-desk/service-kit';
import type { ChartRequest } from './request.ts';
import type { WorkerAnswer } from './worker.ts';

/** Most charts that wait for the one that is drawn now. */
const maxQueueLength = 20;
const maxMemoryMb = 192;

type CreateRendererInput = { logger: Logger; timeoutMs?: number; idleMs?: number };

/**
 * Draws charts, one after the other, in a thread of its own: a chart that takes longer than `timeoutMs` ends with the
 * thread and not with the service. Without work for `idleMs` the thread ends and gives its memory back.
 */
export function createRenderer({ logger, timeoutMs = 5000, idleMs = 60_000 }: CreateRendererInput) {
  let worker: Promise<Worker> | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const dismiss = async () => {
    clearTimeout(idle);
    const leaving = worker;
    worker = undefined;
    await leaving?.then(thread => thread.terminate()).catch(() => {});
  };

  const drawNow = async (request: ChartRequest): Promise<WorkerAnswer> => {
    clearTimeout(idle);
    worker ??= startWorker();
    try {
      return await ask({ worker: await worker, request, timeoutMs });
    } catch (error) {
      logger.warn({ err: error }, 'the drawing thread failed and is replaced');
      await dismiss();
      throw error;
    } finally {
      idle = setTimeout(dismiss, idleMs).unref();
    }
  };

  return {
    /** The image; throws `validation_failed` for what cannot be drawn, `unavailable` when too many wait. */
    render: async (request: ChartRequest): Promise<Buffer> => {
      if (waiting >= maxQueueLength)
        throw unavailable({ message: 'Too many charts are waiting. Try again in a moment.' });
      waiting++;
      const turn = last.then(() => drawNow(request));
      last = turn.catch(() => {});
      const answer = await turn.finally(() => waiting--);
      if ('image' in answer) return Buffer.from(answer.image);
      throw notDrawable('refused' in answer ? answer.refused : 'nothing came back');
    },
    stop: async () => {
      await last;
      await dismiss();
    },
  };
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  });
  worker.unref();
  // A terminated thread may still run out of memory while it ends; that must not end the process.
  worker.on('error', () => {});
  try {
    await nextAnswer({ worker });
  } catch (cause) {
    throw unavailable({ message: 'Charts cannot be drawn just now.', cause });
  }
  return worker;
}

type AskInput = { worker: Worker; request: ChartRequest; timeoutMs: number };

async function ask({ worker, request, timeoutMs }: AskInput): Promise<WorkerAnswer> {
  worker.postMessage(request);
  try {
    return await nextAnswer({ worker, timeoutMs });
  } catch (cause) {
    throw notDrawable('it takes too much time or memory', cause);
  }
}

/** Rejects when the thread ends, or does not answer within `timeoutMs`. */
function nextAnswer({ worker, timeoutMs }: { worker: Worker; timeoutMs?: number }): Promise<WorkerAnswer> {
  const listening = new AbortController();
  const { signal } = listening;
  const answered = new Promise<WorkerAnswer>((resolve, reject) => {
    const timer = timeoutMs && setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
    once(worker, 'message', { signal }).then(([answer]) => resolve(answer), reject);
    once(worker, 'exit', { signal }).then(([code]) => reject(new Error(`ended with ${code}`)), reject);
  });
  return answered.finally(() => listening.abort());
}

function notDrawable(reason: string, cause?: unknown): AppError {
  return new AppError({ code: 'validation_failed', message: `The chart cannot be drawn: ${reason}.`, cause });
}

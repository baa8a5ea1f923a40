import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { AppError, unavailable } from '@campus-desk/contract';
import type { ChartRequest } from './request.ts';
import type { WorkerAnswer } from './worker.ts';

/** For the longest-lived charts, and for what is thrown away at once: little, so that a thread stays small. */
const maxMemory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };

/** A thread that draws one chart at a time. */
export type DrawingThread = {
  /** The answer of the thread; rejects when the thread has to be replaced. */
  draw: (request: ChartRequest) => Promise<WorkerAnswer>;
  end: () => Promise<void>;
};

/** A drawing thread that is starting; a chart that takes longer than `timeoutMs` is given up with its thread. */
export function createDrawingThread({ timeoutMs }: { timeoutMs: number }): DrawingThread {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { resourceLimits: maxMemory });
  worker.unref();
  // A terminated thread may still run out of memory while it ends; that must not end the process.
  worker.on('error', () => {});
  const ready = nextAnswer({ worker }).catch(cause => {
    throw unavailable({ message: 'Charts cannot be drawn just now.', cause });
  });
  // Whoever draws hears of the failure.
  ready.catch(() => {});

  return {
    draw: async request => {
      await ready;
      worker.postMessage(request);
      try {
        return await nextAnswer({ worker, timeoutMs });
      } catch (cause) {
        throw notDrawable('it takes too much time or memory', cause);
      }
    },
    end: async () => {
      await worker.terminate();
    },
  };
}

/** The refusal of a chart, with the reason for the person who asked for it. */
export function notDrawable(reason: string, cause?: unknown): AppError {
  return new AppError({ code: 'validation_failed', message: `The chart cannot be drawn: ${reason}.`, cause });
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

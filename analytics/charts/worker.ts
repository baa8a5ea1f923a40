import { parentPort } from 'node:worker_threads';
import { draw, prepareDrawing } from './draw.ts';
import type { ChartRequest } from './request.ts';

/** What the thread answers: `ready` once, then an image or the reason why there is none. */
export type WorkerAnswer = { ready: true } | { image: Uint8Array } | { refused: string };

// The drawing thread: one chart request in, one answer out.
const answer = (message: WorkerAnswer) => parentPort?.postMessage(message);
prepareDrawing();
parentPort?.on('message', async (request: ChartRequest) => {
  try {
    answer({ image: await draw(request) });
  } catch (error) {
    answer({ refused: error instanceof Error ? error.message : String(error) });
  }
});
answer({ ready: true });

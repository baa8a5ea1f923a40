import { Worker } from 'node:worker_threads';
import type { Example } from '../label.ts';
import type { Rebuilt } from './rebuild.ts';

/** Rebuilds on a thread of its own, so that no request has to wait; rejects when the thread fails. */
export function rebuildInWorker(input: { examples: readonly Example[] }): Promise<Rebuilt> {
  const worker = new Worker(new URL('./rebuild-worker.mjs', import.meta.url), {
    execArgv: [],
    workerData: input,
  });
  worker.unref();
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', code => reject(new Error(`The rebuild ended with code ${code} and no model.`)));
  });
}

// Plain JavaScript, because a thread does not inherit the TypeScript loader of its parent on Node 20.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { rebuild } = await import('./rebuild.ts');
parentPort?.postMessage(rebuild(workerData));

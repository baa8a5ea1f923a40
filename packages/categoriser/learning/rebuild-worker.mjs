// Plain JavaScript: a thread does not inherit the TypeScript loader of its parent on Node 20. From 22.18 on none is needed.
import { parentPort, workerData } from 'node:worker_threads';

if (!process.features.typescript) (await import('tsx/esm/api')).register();
const { rebuild } = await import('./rebuild.ts');
parentPort?.postMessage(rebuild(workerData));

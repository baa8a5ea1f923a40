export { openDatabase } from './client.ts';
export type { Database, OpenDatabase } from './database.ts';
export { inspectServer } from './inspect.ts';
export * from './schema/index.ts';
export { unconnectedDatabase } from './unconnected.ts';

export { openDatabase } from './client.ts';
export type { Database, OpenDatabase } from './database.ts';
export { failureOf } from './explain-failure.ts';
export { inspectServer } from './inspect.ts';
export { lockDirectory } from './lock.ts';
export * from './schema/index.ts';
export { hostsOf, type Server } from './server.ts';
export { unconnectedDatabase } from './unconnected.ts';

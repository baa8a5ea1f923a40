export { openDatabase } from './client.ts';
export type { Database, OpenDatabase } from './database.ts';
export * from './schema/index.ts';

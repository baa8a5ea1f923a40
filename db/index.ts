export { type Database, type OpenDatabase, openDatabase } from './client.ts';
export * from './schema/index.ts';

import { PGlite } from '@electric-sql/pglite';

// A program of its own, started by embedded.ts: creates an empty embedded database in the folder it is given.
const client = await PGlite.create(process.argv[2]);
await client.close();

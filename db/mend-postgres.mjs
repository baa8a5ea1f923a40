// Runs after every install: mends what the driver `postgres` 3.4.9 does when a connection is lost at a bad moment.
// What is mended here goes when a release of the driver has it (porsager/postgres#1154, #1208, #1209).
import { readFile, writeFile } from 'node:fs/promises';

const version = '3.4.9';

const mends = [
  {
    file: 'connection.js',
    why: 'a write that was due when the connection closed ended the process, from where nothing can catch it',
    from: `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)`,
    to: `  function nextWrite(fn) {
    if (socket === null) {
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return false
    }
    const x = socket.write(chunk, fn)`,
  },
  {
    file: 'connection.js',
    why: 'a write that was given up was taken for due ever after: the connection came back, and sent nothing',
    from: `    incomings = null
    clearImmediate(nextWriteTimer)`,
    to: `    incomings = null
    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null`,
  },
  {
    file: 'index.js',
    why: 'the rest of a transaction whose connection was lost ran on a new connection, each statement by itself',
    from: 'new Promise((_, reject) => connection.onclose = reject)',
    to: 'new Promise((_, reject) => connection.onclose = e => { lost = e; reject(e) })',
  },
  {
    file: 'index.js',
    why: 'the same',
    from: `      , connection
      , prepare = null
`,
    to: `      , connection
      , lost = null
      , prepare = null
`,
  },
  {
    file: 'index.js',
    why: 'the same',
    from: `        q.catch(e => uncaughtError || (uncaughtError = e))
`,
    to: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (lost)
          return q.reject(lost)
`,
  },
];

const driver = new URL('../node_modules/postgres/', import.meta.url);
const installed = JSON.parse(await readFile(new URL('package.json', driver), 'utf8')).version;
if (installed !== version)
  throw new Error(`postgres ${installed} is installed: look whether db/mend-postgres.mjs still fits it.`);
for (const { file, from, to } of mends) {
  const path = new URL(`src/${file}`, driver);
  const source = await readFile(path, 'utf8');
  if (source.includes(to)) continue;
  if (!source.includes(from)) throw new Error(`db/mend-postgres.mjs does not find its place in ${file}.`);
  await writeFile(
    path,
    source.replace(from, () => to),
  );
}

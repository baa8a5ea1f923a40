// Runs a program of this repository: node run.mjs main.ts --empty
//
// Its modules are joined into one file, which Node loads in less than half the time that a loader takes for each of them.
// The file is kept, and made anew when one of its sources has another time or size.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const sourcesMark = '\n//# sources: ';

process.argv.splice(1, 1);
if (process.argv[1] === undefined) fail('Say which program: node run.mjs main.ts');
const program = resolve(process.argv[1]);
const name = relative(root, program).replaceAll(/[^\w.-]+/g, '-');
const joined = join(root, 'node_modules/.cache/campus-desk', `${name}.mjs`);

if (!isFresh(joined)) await joinModules();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(joined).href);

/** Whether every source is still as it was when it was joined. */
function isFresh(file) {
  try {
    const text = readFileSync(file, 'utf8');
    const joined = JSON.parse(text.slice(text.lastIndexOf(sourcesMark) + sourcesMark.length));
    return (
      joined.root === root && Object.entries(joined.sources).every(([path, state]) => stateOf(path) === state)
    );
  } catch {
    return false;
  }
}

function stateOf(path) {
  const { mtimeMs, size } = statSync(join(root, path));
  return `${mtimeMs} ${size}`;
}

async function joinModules() {
  const { build } = await import('esbuild');
  const sources = {};
  /** A module finds the files beside it by its own address, not by that of the joined file. */
  const load = ({ path }) => {
    // Before it is read: what is written meanwhile is another state.
    sources[relative(root, path).replaceAll('\\', '/')] = stateOf(relative(root, path));
    const source = readFileSync(path, 'utf8');
    if (!source.includes('import.meta')) return undefined;
    const meta = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
    return { contents: `const ownMeta = ${JSON.stringify(meta)}; ${source}`, loader: extname(path).slice(1) };
  };
  const { metafile, outputFiles } = await build({
    entryPoints: [program],
    outfile: joined,
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'silent',
    external: packages(),
    define: { 'import.meta': 'ownMeta' },
    plugins: [{ name: 'own-meta', setup: ({ onLoad }) => onLoad({ filter: /\.tsx?$/ }, load) }],
  }).catch(error => fail(`${program} cannot be run: ${error.message}`));
  const others = [...Object.keys(metafile.inputs), ...manifests(), 'run.mjs'];
  for (const path of others) sources[path] ??= stateOf(path);
  try {
    mkdirSync(dirname(joined), { recursive: true });
    for (const { path, text } of outputFiles)
      replace(path, path === joined ? `${text}${sourcesMark}${JSON.stringify({ root, sources })}` : text);
  } catch (error) {
    // Another process that started at the same time may have it written, and be reading it.
    if (isFresh(joined)) return;
    fail(`${dirname(joined)} cannot be written (${error.code}): run this once as somebody who may.`);
  }
}

/** The packages that stay outside, since they are installed: all but our own. */
function packages() {
  const ours = manifests().map(path => JSON.parse(readFileSync(join(root, path), 'utf8')));
  const needed = ours.flatMap(({ dependencies, devDependencies }) =>
    Object.keys({ ...dependencies, ...devDependencies }),
  );
  return needed.filter(name => !ours.some(own => own.name === name));
}

function manifests() {
  const folders = readdirSync(join(root, 'packages')).map(folder => `packages/${folder}/`);
  return ['', ...folders].map(folder => `${folder}package.json`);
}

/** Another process that starts at the same time reads the file before or after, never half of it. */
function replace(path, text) {
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

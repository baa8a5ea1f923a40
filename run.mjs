// Runs a program of this repository: node run.mjs main.ts --empty
//
// Its modules are joined into one file, which Node loads in less than half the time that a loader takes for each of them;
// those of the threads that it starts, into others. The files are kept, and made anew when one of their sources has another
// time or size.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const sourcesMark = '\n//# sources: ';

process.argv.splice(1, 1);
if (process.argv[1] === undefined) fail('Say which program: node run.mjs main.ts');
const program = resolve(process.argv[1]);
const joined = joinedFileOf(program);
const joinedUrl = pathToFileURL(joined).href;

if (!isFresh(joined)) await joinProgram();
nameSourcesInStacks();
await import(joinedUrl);

function joinedFileOf(path) {
  const name = relative(root, path).replaceAll(/[^\w.-]+/g, '-');
  return join(root, 'node_modules/.cache/campus-desk', `${name}.mjs`);
}

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

async function joinProgram() {
  const { build } = await import('esbuild');
  const sources = {};
  const threads = new Set();
  const load = ({ path }) => {
    // Before it is read: what is written meanwhile is another state.
    sources[relative(root, path).replaceAll('\\', '/')] = stateOf(relative(root, path));
    const source = readFileSync(path, 'utf8');
    if (!source.includes('import.meta')) return undefined;
    // A module finds the files beside it by its own address, not by that of the joined file.
    const meta = { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) };
    const linked = source.replaceAll(/new Worker\(new URL\('(.+?)', import\.meta\.url\)/g, (_, file) => {
      const thread = join(dirname(path), file);
      threads.add(thread);
      return `new Worker(new URL(${JSON.stringify(pathToFileURL(joinedFileOf(thread)).href)})`;
    });
    return { contents: `const ownMeta = ${JSON.stringify(meta)}; ${linked}`, loader: extname(path).slice(1) };
  };
  const joinModules = async entry => {
    const { metafile, outputFiles } = await build({
      entryPoints: [entry],
      outfile: joinedFileOf(entry),
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
      // No thread needs to read TypeScript any more.
      define: { 'import.meta': 'ownMeta', 'process.features.typescript': 'true' },
      plugins: [{ name: 'own-meta', setup: ({ onLoad }) => onLoad({ filter: /\.tsx?$/ }, load) }],
    }).catch(error => fail(`${entry} cannot be run: ${error.message}`));
    for (const path of Object.keys(metafile.inputs)) sources[path] ??= stateOf(path);
    return outputFiles.map(({ path, text }) => ({ path, text: asAscii(text) }));
  };
  const [map, main] = await joinModules(program);
  const files = [map, { path: `${joined}.lines`, text: originsOf({ map: map.text, text: main.text }) }];
  for (const thread of threads) files.push(...(await joinModules(thread)));
  for (const path of [...manifests(), 'run.mjs']) sources[path] ??= stateOf(path);
  // Last, because it says that the others are there.
  files.push({ path: joined, text: `${main.text}${sourcesMark}${JSON.stringify({ root, sources })}` });
  try {
    mkdirSync(dirname(joined), { recursive: true });
    for (const { path, text } of files) replace(path, text);
  } catch (error) {
    // Another process that started at the same time may have it written, and be reading it.
    if (isFresh(joined)) return;
    fail(`${dirname(joined)} cannot be written (${error.code}): run this once as somebody who may.`);
  }
}

/** One letter that is no ASCII, which esbuild leaves in patterns, makes Node keep the whole file with two bytes for each. */
function asAscii(text) {
  return text.replaceAll(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Where the lines of a joined file come from: the source, the line there, and by how many columns it was moved. */
function originsOf({ map, text }) {
  const payload = JSON.parse(map);
  const places = new SourceMap(payload);
  const lines = text.split('\n').map((line, at) => {
    const start = line.search(/\S/);
    const { generatedLine, originalSource, originalLine, originalColumn } = places.findEntry(at, start);
    if (generatedLine !== at) return null;
    return [payload.sources.indexOf(originalSource), originalLine + 1, start - originalColumn];
  });
  return JSON.stringify({ sources: payload.sources.map(source => join(dirname(joined), source)), lines });
}

/**
 * Lets stack traces name the sources. Node by itself would read the maps of all packages, too, which takes 0.1 s of a start
 * and 9 MB, and keep 23 MB more from the first error on.
 */
function nameSourcesInStacks() {
  let origins;
  const nameSource = call => {
    if (call.getFileName() !== joinedUrl) return `${call}`;
    origins ??= JSON.parse(readFileSync(`${joined}.lines`, 'utf8'));
    const [line, column] = [call.getLineNumber(), call.getColumnNumber()];
    const origin = origins.lines[line - 1];
    if (!origin) return `${call}`;
    const [source, lineThere, moved] = origin;
    const place = `${origins.sources[source]}:${lineThere}:${column - moved}`;
    return `${call}`.replace(`${joinedUrl}:${line}:${column}`, () => place);
  };
  Error.prepareStackTrace = (error, calls) =>
    [Error.prototype.toString.call(error), ...calls.map(nameSource)].join('\n    at ');
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

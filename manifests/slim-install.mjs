// Runs after every install. One for production (npm ci --omit=dev) loses what no program loads: declarations of types, and
// maps to sources that are not there either. Licences stay.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether a file of a package is for editors and debuggers alone. */
export function isForDevelopers(name) {
  return /\.(map|d\.[cm]?ts)$/.test(name);
}

const isProduction = process.env.npm_config_omit?.split(/[\s,]+/).includes('dev');
if (isProduction && process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
  const entries = await readdir(modules, { recursive: true, withFileTypes: true });
  const unneeded = entries.filter(entry => entry.isFile() && isForDevelopers(entry.name));
  await Promise.all(unneeded.map(({ parentPath, name }) => rm(join(parentPath, name))));
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { secretVariables } from './read-secret-files.ts';

type LoadEnvFileInput = { file: string; warn: (line: string) => void };

/** Puts what a `.env` file sets into the environment; warns when everybody can read it and it holds a secret. */
export function loadEnvFile({ file, warn }: LoadEnvFileInput): void {
  if (!existsSync(file)) return;
  if (isForEverybody(file) && holdsSecret(file))
    warn(`${file} can be read by everybody on this machine, with the secrets in it: chmod 600 ${file}`);
  process.loadEnvFile(file);
}

/** Windows has other rights, and names none for others. */
function isForEverybody(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o004) !== 0;
}

function holdsSecret(file: string): boolean {
  const set = new RegExp(`^\\s*(?:export\\s+)?(?:${secretVariables.join('|')})\\s*=\\s*[^\\s#]`, 'm');
  return set.test(readFileSync(file, 'utf8'));
}

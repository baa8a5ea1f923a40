import { existsSync, readFileSync, statSync } from 'node:fs';
import { secretVariables, whyUnreadable } from './read-secret-files.ts';

type LoadEnvFileInput = { file: string; warn: (line: string) => void };

/**
 * Puts what a `.env` file sets into the environment; warns when everybody can read it and it holds a secret. Throws when
 * it is there and cannot be read.
 */
export function loadEnvFile({ file, warn }: LoadEnvFileInput): void {
  if (!existsSync(file)) return;
  const text = read(file);
  if (isForEverybody(file) && holdsSecret(text))
    warn(`${file} can be read by everybody on this machine, with the secrets in it: chmod 600 ${file}`);
  process.loadEnvFile(file);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `The settings cannot be read: ${whyUnreadable({ file, error })}. Put it right, or take it away.`,
    );
  }
}

/** Windows has other rights, and names none for others. */
function isForEverybody(file: string): boolean {
  return process.platform !== 'win32' && (statSync(file).mode & 0o004) !== 0;
}

function holdsSecret(text: string): boolean {
  const set = new RegExp(`^\\s*(?:export\\s+)?(?:${secretVariables.join('|')})\\s*=\\s*[^\\s#]`, 'm');
  return set.test(text);
}

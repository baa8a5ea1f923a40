import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** The instructions of `manifests/Dockerfile` in their stages, with lines that go on put together. */
export function readStages(): { instruction: string; value: string }[][] {
  const text = readFileSync(join(root, 'manifests/Dockerfile'), 'utf8');
  const lines = text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'));
  const stages: { instruction: string; value: string }[][] = [];
  for (const line of lines) {
    const [, instruction = '', value = ''] = /^([A-Z]+) +(.+)$/.exec(line) ?? [];
    if (instruction === 'FROM') stages.push([]);
    stages.at(-1)?.push({ instruction, value });
  }
  return stages;
}

/** The values of an instruction in the image that is left at the end. */
export function valuesOf(instruction: string): string[] {
  const [image = []] = readStages().slice(-1);
  return image.filter(line => line.instruction === instruction).map(({ value }) => value);
}

/** What an instruction in its list form runs, such as the image's `ENTRYPOINT`. */
export function wordsOf(instruction: string): string[] {
  return JSON.parse(valuesOf(instruction)[0] ?? '[]');
}

/** What the image copies of the repository: files and folders at its root, by the pattern that the Dockerfile has. */
export function copiedSources(): string[] {
  return valuesOf('COPY')
    .filter(value => !value.startsWith('--from'))
    .flatMap(value => value.split(/\s+/).slice(0, -1));
}

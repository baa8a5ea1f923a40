import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentVariables } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');

/** Every document for readers of the repository. */
const documents = [
  ...readdirSync(root),
  ...['docs', 'packages'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  ),
].filter(file => file.endsWith('.md') && !file.includes('node_modules'));

/** All code but the tests. */
const sources = ['analytics', 'api', 'bot', 'db', 'packages'].flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(tsx?|mjs)$/.test(file) && !file.includes('node_modules'))
    .map(file => join(folder, file)),
);

/** `api/tickets/policy.ts`, `bot/sync/`: a path from the root, wherever it stands in a text. */
const pathPattern = /(?<![\w/.@-])(?:analytics|api|bot|db|docs|manifests|packages|tests)\/[\w./-]*\w/g;

describe('the documents', () => {
  test('README.md describes exactly the variables that are read', () => {
    const table = read('README.md').split('## Configuration')[1]?.split('\n## ')[0] ?? '';
    const described = table
      .split('\n')
      .filter(line => line.startsWith('| `'))
      .flatMap(line => line.split('|')[1]?.match(/[A-Z_]{3,}/g) ?? []);

    expect(described.toSorted()).toEqual(environmentVariables.toSorted());
  });

  test('.env.example offers exactly the variables that are read, all unset', () => {
    const offered = read('.env.example').match(/^[A-Z_]+=.*$/gm) ?? [];

    expect(offered.toSorted()).toEqual(environmentVariables.map(name => `${name}=`).toSorted());
  });

  test('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const texts = ['README.md', 'CONTRIBUTING.md', '.env.example'].map(read).join('\n');
    const named = [...texts.matchAll(/npm run ([\w:]+)/g)].flatMap(([, name]) => name ?? []);

    expect(named.length).toBeGreaterThan(4);
    expect(named.filter(name => scripts[name] === undefined)).toEqual([]);
  });

  test.each(documents)('%s names only files and folders that exist', file => {
    const paths = read(file).match(pathPattern) ?? [];

    expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
  });

  test('that code cites are in the repository', () => {
    const missing = sources.flatMap(file =>
      (read(file).match(/[\w./-]+\.md\b/g) ?? []).filter(cited => !isNear({ file, cited })),
    );

    expect(missing).toEqual([]);
  });

  test.each(documents)('%s links only to what is there', file => {
    const targets = [...read(file).matchAll(/\]\((?!https?:)([^)]+)\)/g)].flatMap(
      ([, target]) => target ?? [],
    );

    expect(targets.filter(target => !leadsSomewhere({ file, target }))).toEqual([]);
  });
});

/** Whether a document is found from the root, or from a folder that the citing file is in. */
function isNear({ file, cited }: { file: string; cited: string }): boolean {
  const folders = file.split('/').map((_, depth, names) => names.slice(0, depth).join('/'));
  return folders.some(folder => existsSync(join(root, folder, cited)));
}

/** Whether a relative link finds its file and, where it names one, a heading in it. */
function leadsSomewhere({ file, target }: { file: string; target: string }): boolean {
  const [path = '', anchor] = target.split('#');
  const found = path === '' ? file : join(dirname(file), path);
  if (!existsSync(join(root, found))) return false;
  if (anchor === undefined) return true;
  const headings = [...read(found).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  return headings.includes(anchor);
}

/** The anchor that the usual hosts give a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}

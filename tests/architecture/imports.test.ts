import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What each room may import of ours, besides itself; the longest matching room counts. */
const allowed: Record<string, string[]> = {
  'packages/contract': [],
  'packages/service-kit': ['packages/contract'],
  'packages/categoriser': ['packages/contract'],
  db: ['packages/contract'],
  api: ['packages/contract', 'packages/service-kit', 'packages/categoriser', 'db'],
  analytics: ['packages/contract', 'packages/service-kit'],
  bot: ['packages/contract', 'packages/service-kit'],
  manifests: ['bot'],
  'packages/slack-sandbox': [],
};

/** Wrapped libraries: each is imported in this one room only. */
const wrapped: Record<string, string> = {
  natural: 'packages/categoriser/',
  'quickchart-js': 'bot/stats/',
  'drizzle-orm': 'db/ api/',
  postgres: 'db/',
  '@electric-sql/pglite': 'db/',
  '@slack/bolt': 'bot/',
  'intl-messageformat': 'packages/service-kit/',
};

describe('imports', () => {
  test('are read from every room', () => {
    const rooms = new Set(
      sourceFiles()
        .filter(file => importsOf(file).length > 0)
        .map(roomOf),
    );

    expect([...rooms].toSorted()).toEqual(Object.keys(allowed).toSorted());
  });

  test('go one way between the rooms', () => {
    const wrong = sourceFiles().flatMap(file =>
      importsOf(file)
        .flatMap(target => pathOf({ file, target }) ?? [])
        .filter(target => !mayImport({ file, target }))
        .map(target => `${file} → ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  test('never run in a circle, not even for a type', () => {
    expect(findCircle({ from: sourceFiles(), targetsOf: targetsIn })).toEqual([]);
  });

  test('never run in a circle between the folders of the sandbox’s page', () => {
    const page = 'packages/slack-sandbox/page/';
    const files = sourceFiles().filter(file => file.startsWith(page));
    const folders = [...new Set(files.map(dirname))];
    const targetsOf = (folder: string) =>
      files
        .filter(file => dirname(file) === folder)
        .flatMap(targetsIn)
        .filter(target => target.startsWith(page))
        .map(dirname)
        .filter(target => target !== folder);

    expect(folders.length).toBeGreaterThan(5);
    expect(findCircle({ from: folders, targetsOf })).toEqual([]);
  });

  test('reach a package by its name only', () => {
    const wrong = allFiles().flatMap(file =>
      importsOf(file)
        .filter(target => target.startsWith('.'))
        .map(target => relative(root, resolve(root, dirname(file), target)))
        .filter(target => packageFolderOf(target) !== undefined)
        .filter(target => packageFolderOf(target) !== packageFolderOf(file))
        .map(target => `${file} → ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  test('of wrapped libraries stand in their room only', () => {
    const wrong = sourceFiles().flatMap(file =>
      importsOf(file)
        .filter(target => !target.startsWith('.'))
        .filter(target => {
          const room = wrapped[packageOf(target)];
          return room !== undefined && !room.split(' ').some(prefix => file.startsWith(prefix));
        })
        .map(target => `${file} → ${target}`),
    );

    expect(wrong).toEqual([]);
  });

  test('of natural go by sub-path, because its root loads .env, prints and pulls database drivers', () => {
    const wrong = sourceFiles().filter(file => importsOf(file).includes('natural'));

    expect(wrong).toEqual([]);
  });
});

function mayImport({ file, target }: { file: string; target: string }): boolean {
  const from = roomOf(file);
  const to = roomOf(target);
  if (from === undefined || to === undefined || from === to) return true;
  return (allowed[from] ?? []).includes(to);
}

type FindCircleInput = { from: readonly string[]; targetsOf: (node: string) => string[] };

/** The files or folders of one circle of imports, or none. */
function findCircle({ from, targetsOf }: FindCircleInput): string[] {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (node: string): string[] => {
    if (done.has(node)) return [];
    if (open.includes(node)) return [...open.slice(open.indexOf(node)), node];
    open.push(node);
    for (const target of targetsOf(node)) {
      const circle = visit(target);
      if (circle.length > 0) return circle;
    }
    open.pop();
    done.add(node);
    return [];
  };
  for (const node of from) {
    const circle = visit(node);
    if (circle.length > 0) return circle;
  }
  return [];
}

function roomOf(file: string): string | undefined {
  return Object.keys(allowed)
    .filter(room => file === room || file.startsWith(`${room}/`))
    .sort((one, other) => other.length - one.length)[0];
}

function sourceFiles(): string[] {
  return [...new Set(Object.keys(allowed).map(room => room.split('/')[0] ?? room))].flatMap(filesIn);
}

/** Every TypeScript file of the repository: the rooms, the tests and the programs at the top. */
function allFiles(): string[] {
  const programs = readdirSync(root).filter(file => file.endsWith('.ts'));
  return [...sourceFiles(), ...filesIn('tests'), ...programs];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map(file => join(folder, file));
}

/** The files of ours that a file imports. */
function targetsIn(file: string): string[] {
  return importsOf(file).flatMap(target => pathOf({ file, target }) ?? []);
}

function packageFolderOf(file: string): string | undefined {
  return /^packages\/[^/]+/.exec(file)?.[0];
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target]) => target ?? []);
}

/** The file of ours that an import means; undefined for a library. */
function pathOf({ file, target }: { file: string; target: string }): string | undefined {
  if (target.startsWith('.')) return relative(root, resolve(root, dirname(file), target));
  const [, name, entry = ''] =
    /^(?:@campus-desk\/)?(contract|service-kit|categoriser|slack-sandbox)(\/.+)?$/.exec(target) ?? [];
  return name && join('packages', name, entriesOf(name)[`.${entry}`] ?? 'no such entry');
}

/** The files through which a package is entered, as its package.json names them. */
function entriesOf(name: string): Record<string, string | undefined> {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return typeof exports === 'string' ? { '.': exports } : exports;
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

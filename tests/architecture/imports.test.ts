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
    expect(findCircle(sourceFiles())).toEqual([]);
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

/** The files of one circle of imports, or none. */
function findCircle(files: readonly string[]): string[] {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (file: string): string[] => {
    if (done.has(file)) return [];
    if (open.includes(file)) return [...open.slice(open.indexOf(file)), file];
    open.push(file);
    for (const target of importsOf(file).flatMap(target => pathOf({ file, target }) ?? [])) {
      const circle = visit(target);
      if (circle.length > 0) return circle;
    }
    open.pop();
    done.add(file);
    return [];
  };
  for (const file of files) {
    const circle = visit(file);
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
  return [...new Set(Object.keys(allowed).map(room => room.split('/')[0] ?? room))].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file))
      .map(file => join(folder, file)),
  );
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target]) => target ?? []);
}

/** The file of ours that an import means; undefined for a library. */
function pathOf({ file, target }: { file: string; target: string }): string | undefined {
  if (target.startsWith('.')) return relative(root, resolve(root, dirname(file), target));
  const [, name] = /^(?:@campus-desk\/)?(contract|service-kit|categoriser|slack-sandbox)$/.exec(target) ?? [];
  return name && `packages/${name}/index.ts`;
}

function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

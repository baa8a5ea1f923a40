import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Records of one kind by id, in the order they were first written. */
export type Collection<T> = {
  get(id: string): T | undefined;
  put(id: string, record: T): T;
  remove(id: string): void;
  all(): T[];
};

export type Journal = {
  collection<T>(name: string): Collection<T>;
  close(): void;
};

type Line = { in: string; id: string; record: unknown };

const fileName = 'state.jsonl';

/**
 * Opens the state kept in `directory` (in memory without one). Every change is one appended line, written before
 * anybody is answered, so that a killed process loses nothing; the last line of a record wins.
 */
export function openJournal({ directory }: { directory?: string }): Journal {
  const collections = new Map<string, Map<string, unknown>>();
  const collectionNamed = (name: string) => {
    const known = collections.get(name) ?? new Map<string, unknown>();
    collections.set(name, known);
    return known;
  };
  let file = directory === undefined ? undefined : reopen({ directory, collectionNamed, collections });

  const write = (line: Line) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
  };

  return {
    collection<T>(name: string): Collection<T> {
      const records = recordsOf<T>(collectionNamed(name));
      return {
        get: id => records.get(id),
        put(id, record) {
          records.set(id, record);
          write({ in: name, id, record });
          return record;
        },
        remove(id) {
          if (records.delete(id)) write({ in: name, id, record: null });
        },
        all: () => [...records.values()],
      };
    },
    close() {
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

type ReopenInput = {
  directory: string;
  collectionNamed: (name: string) => Map<string, unknown>;
  collections: Map<string, Map<string, unknown>>;
};

/** Reads what an earlier run left, writes it back without its history, and leaves the file open for appending. */
function reopen(input: ReopenInput): number {
  const { directory, collectionNamed, collections } = input;
  mkdirSync(directory, { recursive: true });
  const path = join(directory, fileName);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  for (const text of lines) {
    const line = readLine(text);
    if (line === undefined) continue;
    if (line.record === null) collectionNamed(line.in).delete(line.id);
    else collectionNamed(line.in).set(line.id, line.record);
  }
  const compacted = [...collections].flatMap(([name, records]) =>
    [...records].map(([id, record]) => `${JSON.stringify({ in: name, id, record })}\n`),
  );
  writeFileSync(`${path}.new`, compacted.join(''));
  renameSync(`${path}.new`, path);
  return openSync(path, 'a');
}

/** A line cut short because the process was killed while writing is ignored. */
function readLine(text: string): Line | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The journal reads only what this program wrote under the same name, so the type belonging to the name is right.
function recordsOf<T>(records: Map<string, unknown>): Map<string, T> {
  return records as Map<string, T>;
}

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
  const rooms = new Map<string, Map<string, unknown>>();
  const room = (name: string) => {
    const known = rooms.get(name) ?? new Map<string, unknown>();
    rooms.set(name, known);
    return known;
  };
  let file = directory === undefined ? undefined : reopen({ directory, room, rooms });

  const write = (line: Line) => {
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(line)}\n`);
  };

  return {
    collection<T>(name: string): Collection<T> {
      const records = recordsOf<T>(room(name));
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

type Rooms = Map<string, Map<string, unknown>>;

/** Reads what an earlier run left, writes it back without its history, and leaves the file open for appending. */
function reopen({ directory, room, rooms }: { directory: string; room: RoomOf; rooms: Rooms }): number {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, fileName);
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  for (const text of lines) {
    const line = readLine(text);
    if (line === undefined) continue;
    if (line.record === null) room(line.in).delete(line.id);
    else room(line.in).set(line.id, line.record);
  }
  const compacted = [...rooms].flatMap(([name, records]) =>
    [...records].map(([id, record]) => `${JSON.stringify({ in: name, id, record })}\n`),
  );
  writeFileSync(`${path}.new`, compacted.join(''));
  renameSync(`${path}.new`, path);
  return openSync(path, 'a');
}

type RoomOf = (name: string) => Map<string, unknown>;

/** A line cut short by a kill in the middle of a write is no line. */
function readLine(text: string): Line | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

// The journal reads back only what this program wrote under the same name, so the type of the name holds.
function recordsOf<T>(records: Map<string, unknown>): Map<string, T> {
  return records as Map<string, T>;
}

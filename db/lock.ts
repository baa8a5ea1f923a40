import { createHash, randomUUID } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Longest path of a socket file that every system takes. */
const maxSocketPathLength = 100;

/** How long a holder may be too busy to say who it is, in milliseconds. */
const maxSilenceMs = 2000;

/** How long to watch whether another process took the lock at the same instant, in milliseconds. */
const settlingMs = 50;

/**
 * Locks a directory for this process until the returned function is called or the process ends, however it ends.
 * Throws when another process has locked it. The lock is a local socket, because the system closes it with the process.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = await socketPathOf(directory);
  if ((await holderAt(path)) !== undefined) throw ownedByAnother(directory);

  if (process.platform !== 'win32') await rm(path, { force: true });
  const holder = randomUUID();
  const server = createServer(socket => socket.end(holder));
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? ownedByAnother(directory) : error),
    );
    server.listen(path, listening);
  });
  server.unref();

  // Of several that start at the same instant each may find nobody; the last one's socket stays. The others leave
  // theirs open, because closing it would take the path away from the last one.
  await setTimeout(settlingMs);
  if ((await holderAt(path)) !== holder) throw ownedByAnother(directory);
  return () => new Promise(closed => server.close(() => closed()));
}

async function socketPathOf(directory: string): Promise<string> {
  const real = await realpath(directory);
  const name = `campus-desk-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(real, 'in-use.sock');
  return inside.length <= maxSocketPathLength ? inside : join(tmpdir(), `${name}.sock`);
}

/** The holder of the lock, undefined when nobody answers. */
function holderAt(path: string): Promise<string | undefined> {
  return new Promise(answer => {
    let said = '';
    const socket = connect(path);
    socket.on('data', chunk => {
      said += chunk;
    });
    socket.once('error', () => answer(said || undefined));
    socket.once('end', () => answer(said));
    socket.setTimeout(maxSilenceMs, () => {
      socket.destroy();
      answer('somebody busy');
    });
  });
}

function ownedByAnother(directory: string): Error {
  return new Error(
    `Another instance is using ${directory}. Stop it first, or give this one its own folder with DATA_DIR=./other-data.`,
  );
}

import { createHash } from 'node:crypto';
import { realpath, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longest path of a socket file that every system takes. */
const longestSocketPath = 100;

/**
 * Holds a directory for this process until the returned function is called or the process ends, however it ends.
 * Throws when another process holds it. The lock is a local socket, because the system itself closes that one.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const path = await socketPathOf(directory);
  if (await answers(path)) throw ownedByAnother(directory);

  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = createServer(socket => socket.destroy());
  await new Promise<void>((listening, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(error.code === 'EADDRINUSE' ? ownedByAnother(directory) : error),
    );
    server.listen(path, listening);
  });
  server.unref();
  return () => new Promise(closed => server.close(() => closed()));
}

async function socketPathOf(directory: string): Promise<string> {
  const real = await realpath(directory);
  const name = `campus-desk-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  const inside = join(real, 'in-use.sock');
  return inside.length <= longestSocketPath ? inside : join(tmpdir(), `${name}.sock`);
}

function answers(path: string): Promise<boolean> {
  return new Promise(answer => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

function ownedByAnother(directory: string): Error {
  return new Error(
    `Another instance is using ${directory}. Stop it first, or give this one its own folder with DATA_DIR=./other-data.`,
  );
}

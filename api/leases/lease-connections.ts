import { once } from 'node:events';
import { Readable } from 'node:stream';
import { AppError, type HoldLease, heartbeatMs } from '@campus-desk/contract';
import { type Logger, within } from '@campus-desk/service-kit';
import { and, eq, gt, inArray } from 'drizzle-orm';
import { type Database, leases } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isLocked, lockForSession, unlockForSession } from './session-lock.ts';

/** A holder that does not read any more must not keep the API from closing. */
const maxCloseMs = 1000;

export type LeaseConnections = ReturnType<typeof createLeaseConnections>;

type CreateLeaseConnectionsInput = {
  /** Whose statements all run in one database session. */
  session: Database;
  databaseTime: Context['databaseTime'];
  logger: Logger;
};

type OpenInput = { name: string } & HoldLease;

/**
 * Ties leases to connections of their holders: a lease ends at once when its holder's connection closes, and when this
 * process or its database session ends.
 */
export function createLeaseConnections({ session, databaseTime, logger }: CreateLeaseConnectionsInput) {
  const open = new Map<number, Readable>();
  const ending = new Set<Promise<void>>();
  let beating: NodeJS.Timeout | undefined;
  let isBeating = false;

  return {
    /** Lines without words, for as long as the lease is held; throws `version_conflict` when it is not. */
    async open({ name, holder, fence }: OpenInput): Promise<Readable> {
      const anchor = await lockForSession(session);
      const tied = await session
        .update(leases)
        .set({ anchor })
        .where(
          and(
            eq(leases.name, name),
            eq(leases.holder, holder),
            eq(leases.fence, fence),
            gt(leases.expiresAt, databaseTime()),
          ),
        )
        .returning({ name: leases.name });
      if (tied.length === 0) {
        await unlockForSession({ session, key: anchor });
        throw notHeld();
      }
      const stream = new Readable({ read: () => undefined });
      stream.push('\n');
      stream.once('close', () => {
        const end = letGo(anchor).finally(() => ending.delete(end));
        ending.add(end);
      });
      open.set(anchor, stream);
      beating ??= setInterval(() => void beat(), heartbeatMs).unref();
      return stream;
    },

    /** Ends every connection, then lets go of the leases: they are free until their holders come back. */
    async close(): Promise<void> {
      clearInterval(beating);
      const closed = [...open.values()].map(stream => {
        stream.push(null);
        return once(stream, 'close');
      });
      await within({ work: Promise.all(closed), ms: maxCloseMs });
      await Promise.all(ending);
    },
  };

  /** A heartbeat says that the database has just confirmed the lease; without an answer there is none. */
  async function beat(): Promise<void> {
    if (isBeating || open.size === 0) return;
    isBeating = true;
    try {
      const asked = [...open];
      const rows = await session
        .select({ anchor: leases.anchor })
        .from(leases)
        .where(
          and(
            inArray(
              leases.anchor,
              asked.map(([anchor]) => anchor),
            ),
            gt(leases.expiresAt, databaseTime()),
            isLocked(leases.anchor),
          ),
        );
      const held = new Set(rows.map(({ anchor }) => anchor));
      for (const [anchor, stream] of asked) stream.push(held.has(anchor) ? '\n' : null);
    } catch (err) {
      logger.warn({ err }, 'leases could not be confirmed');
    } finally {
      isBeating = false;
    }
  }

  async function letGo(anchor: number): Promise<void> {
    open.delete(anchor);
    await unlockForSession({ session, key: anchor }).catch(err =>
      logger.warn({ err }, 'a lease ends by time alone'),
    );
  }
}

function notHeld(): AppError {
  return new AppError({
    code: 'version_conflict',
    message: 'Somebody else holds this lease, or nobody. Take it first.',
  });
}

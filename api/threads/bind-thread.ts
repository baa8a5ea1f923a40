import { AppError, type SlackRef, type Thread, type ThreadSide } from '@campus-desk/contract';
import { and, eq, sql } from 'drizzle-orm';
import { type Database, formerThreads, threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { threadColumns } from './thread-columns.ts';

type Binding = { number: number; side: ThreadSide; ref: SlackRef };

type BindThreadInput = { context: Context } & Binding;

/**
 * Binds the Slack thread at `ref` to one side of a ticket; the one before stays known as a former one. Throws
 * `not_found`, or `idempotency_mismatch` when that thread already belongs elsewhere.
 */
export async function bindThread(input: BindThreadInput): Promise<Thread> {
  const { number, side, ref } = input;
  const { db } = input.context;
  await loadTicket({ db, number });
  const binding = { number, side, ref };
  return db.transaction(
    async tx => (await bindNew({ db: tx, ...binding })) ?? bindAgain({ db: tx, ...binding }),
  );
}

async function bindNew({ db, number, side, ref }: { db: Database } & Binding): Promise<Thread | undefined> {
  const [bound] = await db
    .insert(threads)
    .values({ ticketNumber: number, side, ...ref })
    .onConflictDoNothing()
    .returning(threadColumns);
  return bound;
}

/** The insert met a conflict: this thread is bound already, or this side of the ticket has another one. */
async function bindAgain({ db, number, side, ref }: { db: Database } & Binding): Promise<Thread> {
  const [there] = await db.select().from(threads).where(isAt(ref));
  if (there !== undefined && (there.ticketNumber !== number || there.side !== side))
    throw new AppError({
      code: 'idempotency_mismatch',
      message: `That Slack thread is already the ${there.side} thread of ticket #${there.ticketNumber}.`,
    });
  const where = and(eq(threads.ticketNumber, number), eq(threads.side, side));
  const [before] = await db.select().from(threads).where(where).for('update');
  if (before !== undefined && (before.channel !== ref.channel || before.ts !== ref.ts)) {
    const { channel, ts } = before;
    await db
      .insert(formerThreads)
      .values({ channel, ts, ticketNumber: number, side })
      .onConflictDoUpdate({
        target: [formerThreads.channel, formerThreads.ts],
        set: { ticketNumber: number, side },
      });
  }
  const [moved] = await db
    .update(threads)
    .set({ ...ref, seen: sql`case when ${isAt(ref)} then ${threads.seen} end` })
    .where(where)
    .returning(threadColumns);
  if (moved === undefined) throw new Error('The bound thread disappeared.');
  return moved;
}

/** The condition that a thread's card is this Slack message. */
export function isAt({ channel, ts }: SlackRef) {
  return and(eq(threads.channel, channel), eq(threads.ts, ts));
}

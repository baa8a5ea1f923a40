import { AppError, type SlackRef, type Thread, type ThreadSide } from '@campus-desk/contract';
import { and, eq, type Placeholder, sql } from 'drizzle-orm';
import { type Database, formerThreads, threads } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isDangling } from '../database-errors.ts';
import { noTicket } from '../tickets/ticket-row.ts';
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
  const [bound] = await binding(db)
    .execute({ ticketNumber: number, side, ...ref })
    .catch(error => {
      throw isDangling(error) ? noTicket(number) : error;
    });
  return bound ?? db.transaction(tx => bindAgain({ db: tx, number, side, ref }));
}

const binding = buildOnce(db =>
  db
    .insert(threads)
    .values(placeholders(['ticketNumber', 'side', 'channel', 'ts']))
    .onConflictDoNothing()
    .returning(threadColumns)
    .prepare('bind_thread'),
);

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
export function isAt({ channel, ts }: SlackRef | { [Part in keyof SlackRef]: Placeholder }) {
  return and(eq(threads.channel, channel), eq(threads.ts, ts));
}

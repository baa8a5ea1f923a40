import { type Actor, AppError, type Changes, type Ticket } from '@campus-desk/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { type Database, followers } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { momentAfter, touchTicket } from '../messages/message-row.ts';
import { checkState } from '../tickets/check-change.ts';
import { checkMaySee } from '../tickets/load-visible-ticket.ts';
import { mayFollowFor, readerOf } from '../tickets/policy.ts';
import { loadTicket, lockTickets, toTicket } from '../tickets/ticket-row.ts';
import { transact } from '../transact.ts';

type FollowInput = { context: Context; number: number; userId: string; actor: Actor };

/**
 * The ticket, of which this person is told from now on; whoever is told of it already changes nothing. Throws
 * `not_found`, `ticket_closed`, or `forbidden_for_role` for somebody else as a user.
 */
export function followTicket(input: FollowInput): Promise<Ticket> {
  const { context, number: ticketNumber, userId } = input;
  const since = context.clock();
  const work = (tx: Database) =>
    tx.insert(followers).values({ ticketNumber, userId, since }).onConflictDoNothing().returning();
  return changeFollowers({ ...input, type: 'follower.joined', work });
}

/**
 * The ticket, of which this person is told no longer, nor by following a duplicate of it; throws as following does. The
 * reporter of a duplicate still is.
 */
export function unfollowTicket(input: FollowInput): Promise<Ticket> {
  const work = async (tx: Database) => {
    const { number, userId } = input;
    const { duplicates } = await loadTicket({ db: tx, number });
    const isTheirs = and(
      inArray(followers.ticketNumber, [number, ...duplicates]),
      eq(followers.userId, userId),
    );
    return tx.delete(followers).where(isTheirs).returning();
  };
  return changeFollowers({ ...input, type: 'follower.left', work });
}

type ChangeFollowersInput = FollowInput & {
  type: 'follower.joined' | 'follower.left';
  /** What it stored or removed: nothing where it was so already. */
  work: (tx: Database) => Promise<{ ticketNumber: number }[]>;
};

function changeFollowers(input: ChangeFollowersInput): Promise<Ticket> {
  const { context, number, userId, actor, type, work } = input;
  if (!mayFollowFor({ actor, userId }))
    throw new AppError({
      code: 'forbidden_for_role',
      message: 'Only the helpdesk can do this for somebody else. Enter as helpdesk to do that.',
      details: { reason: 'follow_for' },
    });
  return transact({
    context,
    work: async ({ tx, record }) => {
      const { duplicates } = await loadTicket({ db: tx, number });
      await lockTickets({ tx, numbers: [number, ...duplicates] });
      const ticket = await loadTicket({ db: tx, number });
      checkMaySee({ context, ticket, role: actor.role });
      await checkState({ db: tx, before: ticket, change: { actor } });
      // Their reporter is told anyway.
      const changed = ticket.reporterId === userId && type === 'follower.joined' ? [] : await work(tx);
      if (changed.length === 0) return toTicket({ row: ticket, reader: readerOf(actor) });

      const changes: Changes = actor.id === userId ? {} : { follower: changeOf({ type, userId }) };
      // Following a duplicate counts for its original.
      for (const ticketNumber of new Set([number, ...changed.map(one => one.ticketNumber)])) {
        const touched = await loadTicket({ db: tx, number: ticketNumber });
        const at = momentAfter({ ticket: touched, now: context.clock() });
        await touchTicket({ tx, number: ticketNumber, at });
        await record({ ticketNumber, type, actor, at, changes });
      }
      return toTicket({ row: await loadTicket({ db: tx, number }), reader: readerOf(actor) });
    },
  });
}

function changeOf({ type, userId }: { type: string; userId: string }) {
  return type === 'follower.joined' ? { from: null, to: userId } : { from: userId, to: null };
}

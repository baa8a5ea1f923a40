import { isDeepStrictEqual } from 'node:util';
import {
  type Actor,
  AppError,
  type Because,
  type ChangeTicket,
  hasCode,
  invalid,
  type Ticket,
} from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { momentAfter } from '../messages/message-row.ts';
import { type Transaction, transact } from '../transact.ts';
import { difference } from './change-values.ts';
import { checkState } from './check-change.ts';
import { mayMarkDuplicates, readerOf } from './policy.ts';
import { loadTicket, loadTickets, lockTickets, numbered, type TicketRow, toTicket } from './ticket-row.ts';

type MarkDuplicateInput = {
  context: Context;
  number: number;
  change: ChangeTicket;
  /** Null: it is none. */
  duplicateOf: number | null;
};

/**
 * The ticket as a duplicate of another, or of none. There are no chains: the duplicate of a duplicate is one of its
 * original, and a ticket's own duplicates go with it. Throws `not_found`, `forbidden_for_role`, `ticket_closed`,
 * `version_conflict`, or `validation_failed` for itself, a circle, a closed original and one that is not there.
 */
export async function markDuplicate(input: MarkDuplicateInput): Promise<Ticket> {
  if (!mayMarkDuplicates(input.change.actor.role))
    throw new AppError({
      code: 'forbidden_for_role',
      message: 'Only the helpdesk says what is a duplicate. Enter as helpdesk to do that.',
      details: { reason: 'duplicate_by_helpdesk' },
    });
  for (;;) {
    const work = (transaction: Transaction) => markOnce({ ...input, ...transaction });
    const marked = await transact({ context: input.context, work });
    if (marked !== undefined) return marked;
  }
}

type MarkOnceInput = MarkDuplicateInput & Transaction;

/** Undefined when somebody was quicker with one of these tickets, so that other ones have to be locked. */
async function markOnce(input: MarkOnceInput): Promise<Ticket | undefined> {
  const { tx, number, change, duplicateOf } = input;
  const seen = await readGroup(input);
  await lockTickets({ tx, numbers: seen.numbers });
  const { numbers, before, original } = await readGroup(input);
  if (!isDeepStrictEqual(numbers, seen.numbers)) return undefined;

  const to = original?.number ?? null;
  // What is so already is no conflict: the answer to the same change may have been lost.
  if (before.status !== 'closed' && to === before.duplicateOf)
    return toTicket({ row: before, reader: readerOf(change.actor) });
  await checkState({ db: tx, before, change });
  if (original !== undefined) checkOriginal({ before, original, named: duplicateOf });

  const rows = await loadTickets({ db: tx, numbers });
  const moved = [number, ...(to === null ? [] : before.duplicates)];
  await tx.update(tickets).set(asDuplicates(to)).where(numbered(moved));
  const after = await loadTickets({ db: tx, numbers });
  await recordRegrouped({ ...input, actor: change.actor, before: rows, after });
  return toTicket({ row: await loadTicket({ db: tx, number }), reader: readerOf(change.actor) });
}

/** The ticket, what it is to be a duplicate of, and the numbers of all whose duplicates or original change. */
async function readGroup({ tx, number, duplicateOf }: Omit<MarkOnceInput, 'record'>) {
  const before = await loadTicket({ db: tx, number });
  const original = duplicateOf === null ? undefined : await loadOriginal({ tx, number: duplicateOf });
  const others = [before.duplicateOf, original?.number ?? null, ...before.duplicates];
  const numbers = new Set([number, ...others.filter(other => other !== null)]);
  return { before, original, numbers: [...numbers].toSorted((one, other) => one - other) };
}

/** The ticket with this number, or the one of which that is a duplicate. */
async function loadOriginal({ tx, number }: { tx: Database; number: number }): Promise<TicketRow> {
  const named = await loadTicket({ db: tx, number }).catch(error => {
    if (!hasCode(error, 'not_found')) throw error;
    throw invalid({
      path: 'duplicateOf',
      message: `There is no ticket #${number}. Look at its number again.`,
      reason: 'no_original',
      values: { number },
    });
  });
  return named.duplicateOf === null ? named : loadTicket({ db: tx, number: named.duplicateOf });
}

type CheckOriginalInput = { before: TicketRow; original: TicketRow; named: number | null };

function checkOriginal({ before: { number }, original, named }: CheckOriginalInput): void {
  const refused = (message: string, because: Because) =>
    invalid({ path: 'duplicateOf', message, ...because });
  if (named === number)
    throw refused('A ticket is no duplicate of itself. Name another one.', { reason: 'its_own_original' });
  if (original.number === number)
    throw refused(`Ticket #${named} is a duplicate of this one already. Take that back first.`, {
      reason: 'duplicate_of_this',
      values: { number: named ?? number },
    });
  if (original.status === 'closed')
    throw refused(`Ticket #${original.number} is closed. Name one that is still open or active.`, {
      reason: 'original_closed',
      values: { number: original.number },
    });
}

/** What a ticket becomes with its original, or without one: a duplicate waits for nothing by itself. */
export function asDuplicates(original: number | null) {
  return { duplicateOf: original, waitingUntil: null, waitingReason: null };
}

type RecordRegroupedInput = Transaction & {
  context: Context;
  actor: Actor;
  before: readonly TicketRow[];
  /** The same tickets. */
  after: readonly TicketRow[];
};

/** The events of those of several locked tickets whose duplicates or original are others than they were. */
export async function recordRegrouped(input: RecordRegroupedInput): Promise<void> {
  const { tx, record, context, actor, before, after } = input;
  const now = context.clock();
  const known = new Map(after.map(row => [row.number, row]));
  const recorded = before.flatMap(row => {
    const changes = difference({ before: row, after: known.get(row.number) ?? row });
    if (Object.keys(changes).length === 0) return [];
    const type = 'duplicateOf' in changes ? ('ticket.duplicated' as const) : ('ticket.grouped' as const);
    return [{ ticketNumber: row.number, type, actor, at: momentAfter({ ticket: row, now }), changes }];
  });
  if (recorded.length === 0) return;
  const numbers = recorded.map(({ ticketNumber }) => ticketNumber);
  const touched = {
    modifiedAt: sql`greatest(${tickets.modifiedAt}, ${sql.param(now, tickets.modifiedAt)})`,
    version: sql`${tickets.version} + 1`,
  };
  await tx.update(tickets).set(touched).where(numbered(numbers));
  await record(...recorded);
}

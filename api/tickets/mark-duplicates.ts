import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@campus-desk/contract';
import { asc, inArray, or } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { type Transaction, transact } from '../transact.ts';
import { asDuplicates, recordRegrouped } from './mark-duplicate.ts';
import { lockTickets, numbered, type TicketRow, ticketColumns } from './ticket-row.ts';

type MarkDuplicatesInput = {
  context: Context;
  numbers: readonly number[];
  duplicateOf: number;
  actor: Actor;
};

/**
 * Makes several tickets duplicates of another one, in one transaction, and says which: those that are neither closed nor
 * duplicates by then, and none where the other one is.
 */
export async function markDuplicates(input: MarkDuplicatesInput): Promise<number[]> {
  const work = (transaction: Transaction) => markOnce({ ...input, ...transaction });
  for (;;) {
    const marked = await transact({ context: input.context, work });
    if (marked !== undefined) return marked;
  }
}

/** Undefined when somebody was quicker with one of these tickets, so that other ones have to be locked. */
async function markOnce(input: MarkDuplicatesInput & Transaction): Promise<number[] | undefined> {
  const { tx, context, record, numbers, duplicateOf, actor } = input;
  const named = [duplicateOf, ...numbers];
  const seen = numbersOf(await readGroup({ tx, named }));
  await lockTickets({ tx, numbers: seen });
  const rows = await readGroup({ tx, named });
  if (!isDeepStrictEqual(numbersOf(rows), seen)) return undefined;

  const isFree = ({ status, duplicateOf: of }: TicketRow) => status !== 'closed' && of === null;
  const isOriginal = ({ number }: TicketRow) => number === duplicateOf;
  if (!rows.some(row => isOriginal(row) && isFree(row))) return [];
  const marked = rows.filter(row => numbers.includes(row.number) && !isOriginal(row) && isFree(row));
  const moved = marked.flatMap(({ number, duplicates }) => [number, ...duplicates]);
  if (moved.length === 0) return [];

  await tx.update(tickets).set(asDuplicates(duplicateOf)).where(numbered(moved));
  await recordRegrouped({ tx, record, context, actor, before: rows, after: await readGroup({ tx, named }) });
  return numbersOf(marked);
}

/** Tickets and their duplicates, by number. */
function readGroup({ tx, named }: { tx: Database; named: number[] }): Promise<TicketRow[]> {
  return tx
    .select(ticketColumns)
    .from(tickets)
    .where(or(numbered(named), inArray(tickets.duplicateOf, named)))
    .orderBy(asc(tickets.number));
}

function numbersOf(rows: readonly TicketRow[]): number[] {
  return rows.map(({ number }) => number);
}

import {
  type AppError,
  type Move,
  notFound,
  type Person,
  type Reader,
  type Ticket,
  unlessHidden,
} from '@campus-desk/contract';
import DataLoader from 'dataloader';
import { asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import { peopleTold } from '../followers/people-told.ts';
import { hiddenFrom, maySeeFollowed } from './policy.ts';

const { search: _words, ...columns } = getTableColumns(tickets);

/** The columns of a ticket; its search words stay in the database. */
export const storedColumns = columns;

// Spelt out, because Drizzle leaves the table's name away where there is one table.
const own = {
  number: sql.raw('"tickets"."number"'),
  reporter: sql.raw('"tickets"."reporter_id"'),
  followUpOf: sql.raw('"tickets"."follow_up_of"'),
};

/**
 * Whether the ticket that it follows up has the same reporter, with a hidden name. Asked with `exists`, PostgreSQL would read
 * all tickets at once to know it of a page of them.
 */
const followsHidden =
  sql<boolean>`coalesce((select followed.name_hidden and followed.reporter_id = ${own.reporter}
  from tickets as followed where followed.number = ${own.followUpOf}), false)`.as('follows_hidden');

/** A ticket with what others make of it: its duplicates, and how many are told of it besides its reporter. */
export const ticketColumns = {
  ...columns,
  followsHidden,
  duplicates: sql<
    number[]
  >`array(select number from tickets as duplicates where duplicate_of = ${own.number} order by number)`.as(
    'duplicates',
  ),
  followers: sql<number>`(select count(*)::int from (${peopleTold(own)}) as told)`.as('followers'),
};

/** The same without what others make of it, as if there was nothing: that is counted for each ticket. */
export const bareColumns: typeof ticketColumns = {
  ...columns,
  followsHidden,
  duplicates: sql<number[]>`array[]::int[]`.as('duplicates'),
  followers: sql<number>`0`.as('followers'),
};

type StoredTicket = Omit<typeof tickets.$inferSelect, 'search'>;
export type TicketRow = StoredTicket & { duplicates: number[]; followers: number; followsHidden: boolean };

/** How many numbers PostgreSQL takes a list for that it does not know (`estimate_array_length` in its planner). */
const plannedNumbers = 10;

/**
 * What is asked for in one turn of the event loop is read with one statement: half of the CPU of reading one ticket. It asks
 * for as many numbers as PostgreSQL plans for, the last one repeated: with fewer the plan for the very numbers looks cheaper
 * than the one that it keeps, so it would plan each time, which takes eight times as long as reading.
 */
const byNumber = buildOnce(db => {
  const statement = db
    .select(ticketColumns)
    .from(tickets)
    .where(sql`${tickets.number} = any(${sql.placeholder('numbers')}::int[])`)
    .prepare('tickets_by_number');
  const load = async (numbers: readonly number[]) => {
    const asked = Array.from({ length: plannedNumbers }, (_, at) => numbers[at] ?? numbers.at(-1));
    const rows = await statement.execute({ numbers: `{${asked.join()}}` });
    const found = new Map(rows.map(row => [row.number, row]));
    return numbers.map(number => found.get(number) ?? noTicket(number));
  };
  return new DataLoader<number, TicketRow>(load, {
    cache: false,
    maxBatchSize: plannedNumbers,
    batchScheduleFn: setImmediate,
  });
});

/** The tickets with these numbers: the same statement however many they are, because each is kept prepared by each connection. */
export function numbered(numbers: readonly number[]): SQL {
  return sql`${tickets.number} = any(${`{${numbers.join()}}`}::int[])`;
}

/** The ticket with this number; throws `not_found`. */
export async function loadTicket({ db, number }: { db: Database; number: number }): Promise<TicketRow> {
  return byNumber(db).load(number);
}

type LoadTicketsInput = { db: Database; numbers: number[] };

/** The tickets with these numbers, the lowest first. */
export async function loadTickets({ db, numbers }: LoadTicketsInput): Promise<TicketRow[]> {
  return db.select(ticketColumns).from(tickets).where(numbered(numbers)).orderBy(asc(tickets.number));
}

/** The ticket with this number, locked until the transaction ends, so that its events keep their order. */
export async function lockTicket({ tx, number }: { tx: Database; number: number }): Promise<TicketRow> {
  const [row] = await tx
    .select(ticketColumns)
    .from(tickets)
    .where(eq(tickets.number, number))
    .for('no key update');
  if (row === undefined) throw noTicket(number);
  return row;
}

type LockTicketsInput = { tx: Database; numbers: number[] };

/** Locks tickets until the transaction ends, in the order in which everybody locks several. */
export async function lockTickets({ tx, numbers }: LockTicketsInput): Promise<void> {
  await tx
    .select({ number: tickets.number })
    .from(tickets)
    .where(numbered(numbers))
    .orderBy(asc(tickets.number))
    .for('no key update');
}

/** The moment of a change: `now`, a placeholder, but never before the last change, because the clocks of processes differ. */
export function changedAt(): SQL {
  return sql`greatest(${tickets.modifiedAt}, ${sql.param(sql.placeholder('now'), tickets.modifiedAt)})`;
}

/** Whose eyes nothing is hidden from. */
export const helpdesk: Reader = { role: 'helpdesk' };

/** The ticket as the API answers it to this reader. */
export function toTicket({ row, reader }: { row: TicketRow; reader: Reader }): Ticket {
  const hidden = hiddenFrom({ reader, ticket: row });
  const personOf = ({ id, name }: { [Field in keyof Person]: string | null }) =>
    id === null || name === null ? null : unlessHidden({ person: { id, name }, hidden });
  return {
    number: row.number,
    status: row.status,
    description: row.description,
    location: row.location,
    place: row.place === null ? null : { name: row.place },
    category: row.category,
    categorySecond: row.categorySecond,
    categorySource: row.categorySource,
    categoryConfidence: row.categoryConfidence,
    categoryUnsure: row.categoryUnsure,
    categoryBecause: row.categoryBecause,
    categoryModel: row.categoryModel,
    reporter: unlessHidden({ person: { id: row.reporterId, name: row.reporterName }, hidden }),
    nameHidden: row.nameHidden,
    assignee: personOf({ id: row.assigneeId, name: row.assigneeName }),
    followUpOf: maySeeFollowed({ reader, ticket: row }) ? row.followUpOf : null,
    duplicateOf: row.duplicateOf,
    duplicates: row.duplicates,
    followers: row.followers,
    // The message says who wrote it.
    source: row.sourcePermalink === null || hidden ? null : { permalink: row.sourcePermalink },
    closingNote: row.closingNote,
    openedAt: row.openedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    modifiedAt: row.modifiedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: personOf({ id: row.closedById, name: row.closedByName }),
    solved: row.solved,
    move: moveOf(row),
    waiting: waitingOf(row),
    urgent: row.urgent,
    answersOthers: row.answersOthers,
    version: row.version,
  };
}

function moveOf({ status, duplicateOf, awaitsReporter }: TicketRow): Move | null {
  if (status === 'closed' || duplicateOf !== null) return null;
  return awaitsReporter ? 'reporter' : 'helpdesk';
}

function waitingOf({ waitingUntil: until, waitingReason: reason }: TicketRow): Ticket['waiting'] {
  return until === null || reason === null ? null : { until: until.toISOString(), reason };
}

/** What is thrown where no ticket has this number. */
export function noTicket(number: number): AppError {
  return notFound(`There is no ticket #${number}.`, { reason: 'no_ticket', values: { number } });
}

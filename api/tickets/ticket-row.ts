import { type AppError, type Move, notFound, type Person, type Ticket } from '@campus-desk/contract';
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';

const { search: _words, ...columns } = getTableColumns(tickets);

/** The columns of a ticket; its search words stay in the database. */
export const ticketColumns = columns;

export type TicketRow = Omit<typeof tickets.$inferSelect, 'search'>;

const byNumber = buildOnce(db =>
  db
    .select(ticketColumns)
    .from(tickets)
    .where(eq(tickets.number, sql.placeholder('number')))
    .prepare('ticket_by_number'),
);

/** The ticket with this number; throws `not_found`. */
export async function loadTicket({ db, number }: { db: Database; number: number }): Promise<TicketRow> {
  const [row] = await byNumber(db).execute({ number });
  if (row === undefined) throw noTicket(number);
  return row;
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

/** The moment of a change: `now`, a placeholder, but never before the last change, because the clocks of processes differ. */
export function changedAt(): SQL {
  return sql`greatest(${tickets.modifiedAt}, ${sql.param(sql.placeholder('now'), tickets.modifiedAt)})`;
}

/** The ticket as the API answers it. */
export function toTicket(row: TicketRow): Ticket {
  return {
    number: row.number,
    status: row.status,
    description: row.description,
    location: row.location,
    category: row.category,
    categorySecond: row.categorySecond,
    categorySource: row.categorySource,
    categoryConfidence: row.categoryConfidence,
    categoryUnsure: row.categoryUnsure,
    categoryBecause: row.categoryBecause,
    categoryModel: row.categoryModel,
    reporter: { id: row.reporterId, name: row.reporterName },
    assignee: personOf({ id: row.assigneeId, name: row.assigneeName }),
    followUpOf: row.followUpOf,
    source: row.sourcePermalink === null ? null : { permalink: row.sourcePermalink },
    closingNote: row.closingNote,
    openedAt: row.openedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    modifiedAt: row.modifiedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    closedBy: personOf({ id: row.closedById, name: row.closedByName }),
    solved: row.solved,
    move: moveOf(row),
    waiting: waitingOf(row),
    version: row.version,
  };
}

function personOf({ id, name }: { [Field in keyof Person]: string | null }): Person | null {
  return id === null || name === null ? null : { id, name };
}

function moveOf({ status, awaitsReporter }: TicketRow): Move | null {
  if (status === 'closed') return null;
  return awaitsReporter ? 'reporter' : 'helpdesk';
}

function waitingOf({ waitingUntil: until, waitingReason: reason }: TicketRow): Ticket['waiting'] {
  return until === null || reason === null ? null : { until: until.toISOString(), reason };
}

/** What is thrown where no ticket has this number. */
export function noTicket(number: number): AppError {
  return notFound(`There is no ticket #${number}.`);
}

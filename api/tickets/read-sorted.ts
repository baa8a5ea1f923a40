import { maxTotal, momentSchema, numberSchema, sorts, type TicketList } from '@campus-desk/contract';
import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { conditionsOf, type Filters } from './list-filters.ts';
import type { WordSearch } from './search-words.ts';
import { bareColumns, ticketColumns, toTicket } from './ticket-row.ts';
import type { PeopleQuery } from './with-people.ts';

type Sort = (typeof sorts)[number];

/** The time and number of a ticket; in the order of a queue also whether it is not urgent. */
const positionSchema = z.union([
  z.tuple([z.enum(sorts).exclude(['urgent']), momentSchema, numberSchema]),
  z.tuple([z.literal('urgent'), momentSchema, numberSchema, z.boolean()]),
]);

type ReadSortedInput = {
  db: Database;
  query: PeopleQuery;
  filters: Filters;
  /** Without what others make of the tickets. */
  isBare?: boolean | undefined;
};

/** A page of tickets in the order of a time, the newest first by default, or of a queue. */
export function readSorted(input: ReadSortedInput): Promise<TicketList> {
  const { db, query, filters, isBare = false } = input;
  const order = orderOf({ query, filters });
  return readPage({ query, order, statements: building(db, { filters, order, isBare }) });
}

/** The same of those that a search finds. */
export function readSortedMatches(input: ReadSortedInput & { search: WordSearch }): Promise<TicketList> {
  const { db, query, filters, search, isBare = false } = input;
  const order = orderOf({ query, filters });
  return readPage({ query, order, statements: build({ db, filters, order, search, isBare }) });
}

/** A page that continues another begins after a ticket, so that new tickets do not shift it. */
type Order = { sort: Sort; isContinued: boolean };

type OrderOfInput = { query: PeopleQuery; filters: Filters };

/** Closed tickets are too many to bring the urgent ones to the front, and nobody hurries to them. */
function orderOf({ query: { sort = '-openedAt', cursor }, filters }: OrderOfInput): Order {
  const isQueue = sort === 'urgent' && !filters.wanted.includes('closed');
  return { sort: sort === 'urgent' && !isQueue ? 'openedAt' : sort, isContinued: cursor !== undefined };
}

type Shape = { filters: Filters; order: Order; isBare: boolean };
type BuildInput = Shape & { db: Database; search?: WordSearch };

const building = buildOnce((db, shape: Shape) => build({ db, ...shape }));

/** What reads a page with how many there are in all, and what counts these where a page is empty. */
function build({ db, filters, order: { sort, isContinued }, search, isBare }: BuildInput) {
  const column = columnOf(sort);
  const direction = sort.startsWith('-') ? desc : asc;
  const fitting = [...conditionsOf({ filters, given: sql.placeholder }), ...foundBy(search)];
  const counted = db
    .select({ one: sql`1` })
    .from(tickets)
    .where(and(...fitting))
    .limit(maxTotal + 1)
    .as('counted');
  const total = db.$count(counted);
  return {
    page: db
      .select({ ...(isBare ? bareColumns : ticketColumns), total })
      .from(tickets)
      .where(and(...fitting, isContinued ? after(sort) : undefined))
      .orderBy(...(sort === 'urgent' ? [asc(isOrdinary)] : []), direction(column), direction(tickets.number))
      .limit(sql.placeholder('rows'))
      .prepare('list_tickets'),
    total: db.select({ total }).from(sql`(values (1)) as one`).prepare('count_tickets'),
  };
}

function foundBy(search: WordSearch | undefined): (SQL | undefined)[] {
  if (search?.number === undefined) return [search?.matches];
  return [or(search.matches, eq(tickets.number, search.number))];
}

function columnOf(sort: Sort) {
  return sort === '-modifiedAt' ? tickets.modifiedAt : tickets.openedAt;
}

const isOrdinary = sql`not ${tickets.urgent}`;

function after(sort: Sort): SQL {
  const column = columnOf(sort);
  const [at, number] = [sql.param(sql.placeholder('at'), column), sql.placeholder('number')];
  if (sort === 'urgent')
    return sql`(${isOrdinary}, ${column}, ${tickets.number}) > (${sql.placeholder('isOrdinary')}::boolean, ${at}, ${number})`;
  return sql`(${column}, ${tickets.number}) ${sql.raw(sort.startsWith('-') ? '<' : '>')} (${at}, ${number})`;
}

type ReadPageInput = { query: PeopleQuery; order: Order; statements: ReturnType<typeof build> };

async function readPage({ query, order: { sort }, statements }: ReadPageInput): Promise<TicketList> {
  const { cursor, limit } = query;
  const given = { ...query, ...positionOf({ sort, cursor }), rows: limit + 1 };
  const rows = await statements.page.execute(given);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const isMore = rows.length > limit;
  const total = last?.total ?? (cursor === undefined ? 0 : await countAll({ given, statements }));
  const at = last && (sort === '-modifiedAt' ? last.modifiedAt : last.openedAt).toISOString();
  return {
    tickets: shown.map(row => toTicket({ row, reader: query })),
    nextCursor: isMore && last ? writeCursor([sort, at, last.number, ...rankOf({ sort, last })]) : null,
    total: Math.min(total, maxTotal),
    ...(total > maxTotal && { totalIsMore: true }),
  };
}

function rankOf({ sort, last }: { sort: Sort; last: { urgent: boolean } }): boolean[] {
  return sort === 'urgent' ? [!last.urgent] : [];
}

type PositionOfInput = { sort: Sort; cursor: string | undefined };

function positionOf({ sort, cursor }: PositionOfInput): { at?: Date; number?: number; isOrdinary?: boolean } {
  if (cursor === undefined) return {};
  const position = positionSchema.refine(([sorted]) => sorted === sort);
  const [, at, number, isOrdinary] = readCursor({ cursor, position });
  return { at: new Date(at), number, ...(isOrdinary !== undefined && { isOrdinary }) };
}

type CountAllInput = { given: Record<string, unknown>; statements: ReturnType<typeof build> };

async function countAll({ given, statements }: CountAllInput): Promise<number> {
  const [counted] = await statements.total.execute(given);
  return counted?.total ?? 0;
}

import {
  AppError,
  type ListTickets,
  type Move,
  maxTotal,
  momentSchema,
  numberSchema,
  type Status,
  sorts,
  statuses,
  type TicketList,
  visibleStatuses,
} from '@campus-desk/contract';
import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Database, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { newestMatches } from './newest-matches.ts';
import { maySee } from './policy.ts';
import { searchWords, type WordSearch } from './search-words.ts';
import { type TicketRow, ticketColumns, toTicket } from './ticket-row.ts';

type Sort = (typeof sorts)[number];

/** One page in some order: where it begins, how it is sorted, and what the cursor after a row is. */
type Page = { from?: SQL | undefined; skip: number; order: SQL[]; cursorAfter: (last: TicketRow) => unknown };

const sortedPositionSchema = z.tuple([z.enum(sorts), momentSchema, numberSchema]);
const matchPositionSchema = z.tuple([z.literal('match'), z.int().min(1)]);

type ListTicketsInput = { context: Context; query: ListTickets };

/** The tickets a role may see that fit the query, a page of them; throws `forbidden_for_role`. */
export async function listTickets(input: ListTicketsInput): Promise<TicketList> {
  const { query } = input;
  const { db, ticketCommand } = input.context;
  const filters = filtersOf({ query, ticketCommand });
  if (query.q === undefined)
    return readPage({ db, query, filters, page: sortedPage({ ...query, sort: query.sort ?? '-openedAt' }) });

  const search = await searchWords({ db, text: query.q });
  if (search === undefined) return { tickets: [], nextCursor: null, total: 0 };
  const found = [...filters, search.matches];
  if (query.sort !== undefined)
    return readPage({ db, query, filters: found, page: sortedPage({ ...query, sort: query.sort }) });
  return db.transaction(tx => readMatches({ db: tx, query, search, filters: found }), {
    // Which tickets match, and what these say, is of one moment: of one that is closed in between a user would see it.
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });
}

type ReadMatchesInput = { db: Database; query: ListTickets; search: WordSearch; filters: SQL[] };

/** A page of the matches, the best first. */
async function readMatches({ db, query, search, filters }: ReadMatchesInput): Promise<TicketList> {
  const { numbers, isAll } = await newestMatches({ db, filters });
  const page = matchPage({ ...query, bestFirst: search.bestFirst });
  const isMatch = sql`${tickets.number} = any(${`{${numbers.join(',')}}`}::int[])`;
  const list = await readRows({ db, query, filters: [isMatch], page });
  return { ...list, total: numbers.length, ...(!isAll && { totalIsMore: true }) };
}

type FiltersOfInput = { query: ListTickets; ticketCommand: string };

function filtersOf({ query, ticketCommand }: FiltersOfInput): SQL[] {
  const { role, status, category, reporter, assignee, unassigned, move } = query;
  const wanted = status ?? visibleStatuses[role];
  if (!wanted.every(one => maySee({ role, status: one })))
    throw new AppError({
      code: 'forbidden_for_role',
      message: `Closed tickets are shown to helpdesk only: ${ticketCommand} list closed as helpdesk`,
    });
  return [
    ...(wanted.length < statuses.length ? [statusIs(wanted)] : []),
    ...(category === undefined ? [] : [eq(tickets.category, category)]),
    ...(reporter === undefined ? [] : [eq(tickets.reporterId, reporter)]),
    ...(assignee === undefined ? [] : [eq(tickets.assigneeId, assignee)]),
    ...(unassigned === undefined ? [] : [isNull(tickets.assigneeId)]),
    ...(move === undefined ? [] : [isMoveOf(move)]),
  ];
}

/** Nobody has a turn while a ticket waits, or once it is closed; "not closed" is what the index of the few unclosed has. */
function isMoveOf(move: Move): SQL {
  return sql`(${tickets.status} <> 'closed' and ${tickets.waitingUntil} is null and ${eq(tickets.awaitsReporter, move === 'reporter')})`;
}

/** Written as "not closed" where that is meant, so that PostgreSQL uses the index of the few unclosed tickets. */
function statusIs(wanted: readonly Status[]): SQL {
  const one = inArray(tickets.status, [...wanted]);
  return wanted.includes('closed') ? one : sql`(${one} and ${tickets.status} <> 'closed')`;
}

/** A page that begins after a ticket, so that new tickets do not shift it. */
function sortedPage({ sort, cursor }: { sort: Sort; cursor?: string | undefined }): Page {
  const column = sort === '-modifiedAt' ? tickets.modifiedAt : tickets.openedAt;
  const falling = sort.startsWith('-');
  const direction = falling ? desc : asc;
  return {
    from: cursor === undefined ? undefined : after({ sort, cursor, column, falling }),
    skip: 0,
    order: [direction(column), direction(tickets.number)],
    cursorAfter: last => [
      sort,
      (sort === '-modifiedAt' ? last.modifiedAt : last.openedAt).toISOString(),
      last.number,
    ],
  };
}

type AfterInput = {
  sort: Sort;
  cursor: string;
  column: typeof tickets.openedAt | typeof tickets.modifiedAt;
  falling: boolean;
};

function after({ sort, cursor, column, falling }: AfterInput): SQL {
  const position = sortedPositionSchema.refine(([sorted]) => sorted === sort);
  const [, at, number] = readCursor({ cursor, position });
  return sql`(${column}, ${tickets.number}) ${sql.raw(falling ? '<' : '>')} (${sql.param(new Date(at), column)}, ${number})`;
}

type MatchPageInput = { cursor?: string | undefined; limit: number; bestFirst: SQL[] };

/** A page of search results, by the number of results before it. */
function matchPage({ cursor, limit, bestFirst }: MatchPageInput): Page {
  const skip = cursor === undefined ? 0 : readCursor({ cursor, position: matchPositionSchema })[1];
  return {
    skip,
    order: [...bestFirst, desc(tickets.openedAt), desc(tickets.number)],
    cursorAfter: () => ['match', skip + limit],
  };
}

type ReadPageInput = { db: Database; query: ListTickets; filters: SQL[]; page: Page };

async function readPage(input: ReadPageInput): Promise<TicketList> {
  const { db, filters } = input;
  const counted = db
    .select({ one: sql`1` })
    .from(tickets)
    .where(and(...filters))
    .limit(maxTotal + 1);
  const [total, rows] = await Promise.all([db.$count(counted.as('counted')), readRows(input)]);
  return total > maxTotal ? { ...rows, total: maxTotal, totalIsMore: true } : { ...rows, total };
}

async function readRows({ db, query, filters, page }: ReadPageInput): Promise<Omit<TicketList, 'total'>> {
  const { limit } = query;
  const rows = await db
    .select(ticketColumns)
    .from(tickets)
    .where(and(...filters, page.from))
    .orderBy(...page.order)
    .limit(limit + 1)
    .offset(page.skip);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? writeCursor(page.cursorAfter(last)) : null;
  return { tickets: shown.map(toTicket), nextCursor };
}

import { maxGroups, type SummaryGroup, type SummaryQuery, unclosedStatuses } from '@campus-desk/contract';
import { and, eq, gte, inArray, lt, ne, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';

type SummarisePlacesInput = { db: Database; query: SummaryQuery };

/**
 * The tickets that are not closed by their place, the most first, and last those of which no place is known, also where
 * there are none; one group more than allowed when there are too many. Its cost is that of the few unclosed.
 */
export async function summarisePlaces({ db, query }: SummarisePlacesInput): Promise<SummaryGroup[]> {
  const { status: wanted = unclosedStatuses, category, openedFrom, openedTo } = query;
  const count = sql<number>`count(*)`.mapWith(Number);
  const countOf = (status: string) =>
    sql<number>`count(*) filter (where ${tickets.status} = ${status})`.mapWith(Number);
  const rows = await db
    .select({ place: tickets.place, count, open: countOf('open'), active: countOf('active') })
    .from(tickets)
    .where(
      and(
        // So that PostgreSQL uses the index of the few unclosed tickets.
        ne(tickets.status, 'closed'),
        inArray(tickets.status, [...wanted]),
        category === undefined ? undefined : eq(tickets.category, category),
        openedFrom === undefined ? undefined : gte(tickets.openedAt, new Date(openedFrom)),
        openedTo === undefined ? undefined : lt(tickets.openedAt, new Date(openedTo)),
      ),
    )
    .groupBy(tickets.place)
    .orderBy(sql`${tickets.place} is null`, sql`count(*) desc`, tickets.place)
    .limit(maxGroups + 1);
  const unknown = rows.find(({ place }) => place === null) ?? { place: null, count: 0, open: 0, active: 0 };
  return [...rows.filter(({ place }) => place !== null), unknown].map(({ place, ...counts }) => ({
    key: place ?? 'none',
    place: place === null ? null : { name: place },
    from: openedFrom ?? null,
    to: openedTo ?? null,
    ...counts,
    closed: 0,
    resolution: null,
  }));
}

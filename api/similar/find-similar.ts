import {
  contradictingCategory,
  maxSimilar,
  offeredFrom,
  type SimilarList,
  type SimilarQuery,
  type SimilarTicket,
  type Ticket,
} from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { Context } from '../context.ts';
import { maySee } from '../tickets/policy.ts';
import { ticketColumns, toTicket } from '../tickets/ticket-row.ts';

/** Several of those found may be duplicates of one ticket. */
const maxFound = 4 * maxSimilar;

type FindSimilarInput = { context: Context; query: SimilarQuery };

/** Unclosed tickets that tell of the same problem, best first; a duplicate stands for its original. */
export async function findSimilar({ context, query }: FindSimilarInput): Promise<SimilarList> {
  const { text: description, location = null, role } = query;
  const { find: findPlace, nameOf } = context.places();
  const place = findPlace({ description, location })?.name ?? null;
  const found = await context.similar.find({
    words: { description, location, place },
    category: contradictingCategory(context.categoriser.categorise(description)),
    now: context.clock(),
    min: offeredFrom,
    limit: maxFound,
    placeNow: nameOf,
  });
  if (found.length === 0) return { tickets: [] };
  const similarity = await byOriginal({ context, found });
  const rows = await readingTickets(context.db).execute(numbersOf([...similarity.keys()]));
  const offered = rows
    .filter(({ status }) => status !== 'closed' && maySee({ role, status }))
    .map(row =>
      toSimilar({ ticket: toTicket({ row, reader: { role } }), similarity: similarity.get(row.number) ?? 0 }),
    )
    .sort((a, b) => b.similarity - a.similarity || b.number - a.number);
  return { tickets: offered.slice(0, maxSimilar) };
}

type ByOriginalInput = { context: Context; found: { number: number; similarity: number }[] };

/** How much each ticket that is worked on is alike: as much as itself, or the likest of its duplicates. */
async function byOriginal({ context, found }: ByOriginalInput): Promise<Map<number, number>> {
  const rows = await readingOriginals(context.db).execute(numbersOf(found.map(({ number }) => number)));
  const originals = new Map(rows.map(({ number, duplicateOf }) => [number, duplicateOf ?? number]));
  const similarities = new Map<number, number>();
  for (const { number, similarity } of found) {
    const original = originals.get(number) ?? number;
    similarities.set(original, Math.max(similarities.get(original) ?? 0, similarity));
  }
  return similarities;
}

const isNamed = sql`${tickets.number} = any(${sql.placeholder('numbers')}::int[])`;

const readingTickets = buildOnce(db =>
  db.select(ticketColumns).from(tickets).where(isNamed).prepare('similar_tickets'),
);

const readingOriginals = buildOnce(db =>
  db
    .select({ number: tickets.number, duplicateOf: tickets.duplicateOf })
    .from(tickets)
    .where(isNamed)
    .prepare('originals_of_similar'),
);

function numbersOf(numbers: number[]): { numbers: string } {
  return { numbers: `{${numbers.join(',')}}` };
}

/** Without its people. */
function toSimilar({ ticket, similarity }: { ticket: Ticket; similarity: number }): SimilarTicket {
  const { number, status, description, location, place, category, openedAt, followers, version } = ticket;
  return { number, status, description, location, place, category, openedAt, followers, version, similarity };
}

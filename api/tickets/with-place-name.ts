import type { ListTickets } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { noPlace } from './place-values.ts';

type WithPlaceNameInput = { context: Context; query: ListTickets };

/**
 * The query with its place by the name that tickets have; an alias stands for that, and a place that is no longer in the
 * campus file for itself. Throws `validation_failed` for one that is not known.
 */
export async function withPlaceName({ context, query }: WithPlaceNameInput): Promise<ListTickets> {
  const { place: called } = query;
  if (called === undefined) return query;
  const finder = context.places();
  const place = finder.nameOf(called);
  if (place !== undefined) return { ...query, place };
  const [former] = await context.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(eq(tickets.place, called))
    .limit(1);
  if (former === undefined) throw noPlace({ finder, called });
  return query;
}

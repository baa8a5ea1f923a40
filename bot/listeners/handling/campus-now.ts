import type { Client, LocatedCampus } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { LRUCache } from 'lru-cache';

/** The campus file changes seldom: what it said is asked for again after this long. */
const rememberedMs = 60_000;

export type CampusNow = () => Promise<LocatedCampus | undefined>;

type CreateCampusNowInput = { client: Pick<Client, 'getCampus'>; patienceMs: number };

/** What the campus says of itself, as it was a minute ago at most; undefined where that is not answered in time. */
export function createCampusNow({ client, patienceMs }: CreateCampusNowInput): CampusNow {
  const remembered = new LRUCache<'campus', LocatedCampus>({
    max: 1,
    ttl: rememberedMs,
    fetchMethod: () => client.getCampus(),
  });
  return () => within({ work: remembered.fetch('campus').catch(() => undefined), ms: patienceMs });
}

/** The names of its places; none where it is not known. */
export async function placesNow(campus: CampusNow): Promise<string[]> {
  return (await campus())?.places.map(({ name }) => name) ?? [];
}

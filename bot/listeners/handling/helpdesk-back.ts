import { backAt, type Client, type LocatedCampus } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import { LRUCache } from 'lru-cache';

/** Office hours change with the file: what it said is asked for again after this long. */
const rememberedMs = 60_000;

export type HelpdeskBack = () => Promise<Date | undefined>;

type CreateHelpdeskBackInput = { client: Client; patienceMs: number; now: () => number };

/**
 * Says when helpdesk is back by its office hours; undefined while it is there, and where the hours are not known or not
 * answered in time.
 */
export function createHelpdeskBack({ client, patienceMs, now }: CreateHelpdeskBackInput): HelpdeskBack {
  const remembered = new LRUCache<'campus', LocatedCampus>({
    max: 1,
    ttl: rememberedMs,
    fetchMethod: () => client.getCampus(),
  });
  return async () => {
    const asking = remembered.fetch('campus').catch(() => undefined);
    const campus = await within({ work: asking, ms: patienceMs });
    if (!campus?.officeHours) return undefined;
    return backAt({ hours: campus.officeHours, timeZone: campus.timeZone, at: new Date(now()) });
  };
}

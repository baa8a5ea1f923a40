import { backAt } from '@campus-desk/contract';
import type { CampusNow } from './campus-now.ts';

export type HelpdeskBack = () => Promise<Date | undefined>;

type CreateHelpdeskBackInput = { campus: CampusNow; now: () => number };

/**
 * Says when helpdesk is back by its office hours; undefined while it is there, and where the hours are not known or not
 * answered in time.
 */
export function createHelpdeskBack({ campus: campusNow, now }: CreateHelpdeskBackInput): HelpdeskBack {
  return async () => {
    const campus = await campusNow();
    if (!campus?.officeHours) return undefined;
    return backAt({ hours: campus.officeHours, timeZone: campus.timeZone, at: new Date(now()) });
  };
}

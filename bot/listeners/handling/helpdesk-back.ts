import { backAt } from '@campus-desk/contract';
import { within } from '@campus-desk/service-kit';
import type { ListenerContext } from './context.ts';

/**
 * When helpdesk is back by its office hours; undefined while it is there, and where the hours are not known or not
 * answered in time.
 */
export async function helpdeskBack(context: ListenerContext): Promise<Date | undefined> {
  const asking = context.client.getCampus().catch(() => undefined);
  const campus = await within({ work: asking, ms: context.patienceMs });
  if (!campus?.officeHours) return undefined;
  const { officeHours: hours, timeZone } = campus;
  return backAt({ hours, timeZone, at: new Date(context.now()) });
}

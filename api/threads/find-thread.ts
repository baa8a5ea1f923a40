import { notFound, type SlackPlace, type Thread } from '@campus-desk/contract';
import { threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isAt } from './bind-thread.ts';

/** The thread whose card stands at this place; throws `not_found` when it is no ticket's. */
export async function findThread({
  context: { db },
  place,
}: {
  context: Context;
  place: SlackPlace;
}): Promise<Thread> {
  const [thread] = await db.select().from(threads).where(isAt(place));
  if (thread === undefined) throw notFound('That Slack thread belongs to no ticket.');
  return thread;
}

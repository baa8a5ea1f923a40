import { notFound, type SlackRef, type Thread } from '@campus-desk/contract';
import { threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isAt } from './bind-thread.ts';

type FindThreadInput = { context: Context; ref: SlackRef };

/** The thread whose card is this Slack message; throws `not_found` when it belongs to no ticket. */
export async function findThread(input: FindThreadInput): Promise<Thread> {
  const { ref } = input;
  const { db } = input.context;
  const [thread] = await db.select().from(threads).where(isAt(ref));
  if (thread === undefined) throw notFound('That Slack thread belongs to no ticket.');
  return thread;
}

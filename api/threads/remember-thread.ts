import { notFound, type RememberThread, type Thread } from '@campus-desk/contract';
import { and, eq } from 'drizzle-orm';
import { formerThreads, threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isAt } from './bind-thread.ts';
import { formerThreadColumns, threadColumns } from './thread-columns.ts';

type RememberThreadInput = { context: Context } & RememberThread;

/** Remembers what Slack said of a thread when it was compared; throws `not_found` when it belongs to no ticket. */
export async function rememberThread({ context, seen, ...ref }: RememberThreadInput): Promise<Thread> {
  const { db } = context;
  const [thread] = await db.update(threads).set({ seen }).where(isAt(ref)).returning(threadColumns);
  if (thread !== undefined) return thread;
  const wasAt = and(eq(formerThreads.channel, ref.channel), eq(formerThreads.ts, ref.ts));
  const [left] = await db.update(formerThreads).set({ seen }).where(wasAt).returning(formerThreadColumns);
  if (left === undefined) throw notFound('That Slack thread belongs to no ticket.');
  return left;
}

import { type FindThread, notFound, type Thread } from '@campus-desk/contract';
import { and, eq } from 'drizzle-orm';
import { formerThreads, threads } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isAt } from './bind-thread.ts';
import { formerThreadColumns, threadColumns } from './thread-columns.ts';

type FindThreadInput = { context: Context } & FindThread;

/** The thread whose card is this Slack message, or with `former` was it; throws `not_found` when it is no ticket's. */
export async function findThread({ context, channel, ts, former }: FindThreadInput): Promise<Thread> {
  const { db } = context;
  const [thread] = await finding(db).execute({ channel, ts });
  if (thread !== undefined) return thread;
  const [left] = former
    ? await db
        .select(formerThreadColumns)
        .from(formerThreads)
        .where(and(eq(formerThreads.channel, channel), eq(formerThreads.ts, ts)))
    : [];
  if (left === undefined) throw notFound('That Slack thread belongs to no ticket.');
  return left;
}

const finding = buildOnce(db =>
  db
    .select(threadColumns)
    .from(threads)
    .where(isAt(placeholders(['channel', 'ts'])))
    .prepare('find_thread'),
);

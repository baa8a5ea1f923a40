import { notFound, type RememberThread, type Thread } from '@campus-desk/contract';
import { threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isAt } from './bind-thread.ts';
import { threadColumns } from './thread-columns.ts';

type RememberThreadInput = { context: Context } & RememberThread;

/** Remembers what Slack said of a thread when it was compared; throws `not_found` when it belongs to no ticket. */
export async function rememberThread({ context, seen, ...ref }: RememberThreadInput): Promise<Thread> {
  const [thread] = await context.db.update(threads).set({ seen }).where(isAt(ref)).returning(threadColumns);
  if (thread === undefined) throw notFound('That Slack thread belongs to no ticket.');
  return thread;
}

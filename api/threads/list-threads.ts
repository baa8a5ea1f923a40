import type { Thread } from '@campus-desk/contract';
import { asc, eq } from 'drizzle-orm';
import { threads } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { threadColumns } from './thread-columns.ts';

type ListThreadsInput = { context: Context; number: number };

/** The Slack threads of a ticket, none to two; throws `not_found`. */
export async function listThreads(input: ListThreadsInput): Promise<{ threads: Thread[] }> {
  const { number } = input;
  const { db } = input.context;
  await loadTicket({ db, number });
  const bound = await db
    .select(threadColumns)
    .from(threads)
    .where(eq(threads.ticketNumber, number))
    .orderBy(asc(threads.side));
  return { threads: bound };
}

import type { ListThreads, Thread } from '@campus-desk/contract';
import { asc, eq, sql } from 'drizzle-orm';
import { formerThreads, threads } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { Context } from '../context.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { formerThreadColumns, threadColumns } from './thread-columns.ts';

type ListThreadsInput = { context: Context; number: number } & ListThreads;

/** The Slack threads of a ticket, none to two, and with `former` those of its earlier cards; throws `not_found`. */
export async function listThreads(input: ListThreadsInput): Promise<{ threads: Thread[] }> {
  const { number, former } = input;
  const { db } = input.context;
  await loadTicket({ db, number });
  const bound = await ofTicket(db).execute({ number });
  if (!former) return { threads: bound };
  const left = await db
    .select(formerThreadColumns)
    .from(formerThreads)
    .where(eq(formerThreads.ticketNumber, number))
    .orderBy(asc(formerThreads.ts));
  return { threads: [...bound, ...left] };
}

const ofTicket = buildOnce(db =>
  db
    .select(threadColumns)
    .from(threads)
    .where(eq(threads.ticketNumber, sql.placeholder('number')))
    .orderBy(asc(threads.side))
    .prepare('threads_of_ticket'),
);

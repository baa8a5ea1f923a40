import type { Follower } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { peopleTold } from './people-told.ts';

type ListFollowersInput = { context: Context; number: number };

/** Who is told of a ticket besides its reporter, each person once; throws `not_found`. */
export async function listFollowers(input: ListFollowersInput): Promise<{ followers: Follower[] }> {
  const { db } = input.context;
  const { number, reporterId } = await loadTicket({ db, number: input.number });
  const told = peopleTold({ number: sql`${number}::int`, reporter: sql`${reporterId}::text` });
  const followers = await db
    .select({ userId: sql<string>`user_id`, duplicate: sql<number | null>`duplicate` })
    .from(sql`(${told}) as told`)
    .orderBy(sql`user_id`);
  return { followers };
}

import { type Follower, type Reader, somebody } from '@campus-desk/contract';
import { inArray, sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom } from '../tickets/policy.ts';
import { peopleTold } from './people-told.ts';

type ListFollowersInput = { context: Context; number: number; reader: Reader };

/** Who is told of a ticket besides its reporter, each person once; throws `not_found`, or `forbidden_for_role` for a user and a closed one. */
export async function listFollowers(input: ListFollowersInput): Promise<{ followers: Follower[] }> {
  const { context, reader } = input;
  const { db } = context;
  const ticket = await loadVisibleTicket({ context, number: input.number, role: reader.role });
  const { number, reporterId, duplicates } = ticket;
  const told = peopleTold({ number: sql`${number}::int`, reporter: sql`${reporterId}::text` });
  const followers = await db
    .select({ userId: sql<string>`user_id`, duplicate: sql<number | null>`duplicate` })
    .from(sql`(${told}) as told`)
    .orderBy(sql`user_id`);
  const hidesNobody = reader.role === 'helpdesk' || duplicates.length === 0;
  const reported = hidesNobody
    ? []
    : await db
        .select({ reporterId: tickets.reporterId, nameHidden: tickets.nameHidden })
        .from(tickets)
        .where(inArray(tickets.number, duplicates));
  // Who hides their name on a duplicate would be known by its number.
  const hidden = reported.map(ticket => hiddenFrom({ reader, ticket }));
  return {
    followers: followers.map(({ userId, duplicate }) =>
      hidden.includes(userId) ? { userId: somebody.id, duplicate } : { userId, duplicate },
    ),
  };
}

import { type SQL, sql } from 'drizzle-orm';

type PeopleToldInput = { number: SQL; reporter: SQL };

/**
 * Who is told of a ticket besides its reporter, a row for each person: `user_id`, and `duplicate`, the first ticket of
 * their own that is a duplicate of it. Reporters and followers of its duplicates are among them.
 */
export function peopleTold({ number, reporter }: PeopleToldInput): SQL {
  return sql`
    select user_id, min(duplicate) as duplicate from (
      select reporter_id as user_id, number as duplicate from tickets as duplicates where duplicate_of = ${number}
      union all
      select user_id, null from followers
      where ticket_number = any (array(select number from tickets as duplicates where duplicate_of = ${number}) || ${number})
    ) as people
    where user_id <> ${reporter}
    group by user_id`;
}

import { sql } from 'drizzle-orm';

/** What the history says when a waiting ends, from the columns `until` and `reason`. */
export const endedWaiting = sql`jsonb_build_object('waiting', jsonb_build_object(
  'from', jsonb_build_object(
    'until', to_char(until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', reason),
  'to', null))`;

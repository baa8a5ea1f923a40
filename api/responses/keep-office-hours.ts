import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Campus, type OfficeHours, weekdays } from '@campus-desk/contract';
import type { Logger, Part } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { type Database, officeClosures, officeHours, workingTimes } from '../../db/index.ts';
import { repeat } from '../repeat.ts';

/** How soon hours that were read again count, in milliseconds. */
const everyMs = 5000;

type StartKeepingInput = { db: Database; campus: () => Campus; timeZone: string; logger: Logger };

/** Keeps the office hours of the campus file in the database, where response times are counted by them. */
export function startKeepingOfficeHours({ db, campus, timeZone, logger }: StartKeepingInput): Part {
  let kept: Campus | undefined;
  const work = async () => {
    const now = campus();
    if (now === kept) return;
    await keepOfficeHours({ db, hours: now.officeHours, timeZone });
    kept = now;
  };
  const onError = (err: unknown) =>
    logger.warn({ err }, 'the office hours could not be stored, next time again');
  const first = work().catch(onError);
  const repeating = repeat({ everyMs, work: () => first.then(work), onError });
  return {
    stop: async () => {
      await first;
      await repeating.stop();
    },
  };
}

type KeepOfficeHoursInput = { db: Database; hours: OfficeHours | null; timeZone: string };

/** Stores the office hours where they are others than before, and counts by them how long every first response took. */
export async function keepOfficeHours({ db, hours, timeZone }: KeepOfficeHoursInput): Promise<void> {
  const wanted = storedForm({ hours, timeZone });
  if (isDeepStrictEqual(await readStored(db), wanted)) return;
  await db.transaction(
    async tx => {
      await tx.delete(officeHours);
      await tx.delete(officeClosures);
      if (wanted.open.length > 0) await tx.insert(officeHours).values(wanted.open);
      if (wanted.closed.length > 0) await tx.insert(officeClosures).values(wanted.closed);
      await countAnew(tx);
      // What others committed while the lock was waited for counts.
    },
    { isolationLevel: 'read committed' },
  );
}

type Stored = { open: (typeof officeHours.$inferSelect)[]; closed: (typeof officeClosures.$inferSelect)[] };

function storedForm({ hours, timeZone }: Omit<KeepOfficeHoursInput, 'db'>): Stored {
  const open = (hours?.open ?? []).map(({ day, from, to }) => ({
    timeZone,
    weekday: weekdays.indexOf(day) + 1,
    opens: minutesOf(from),
    closes: minutesOf(to),
  }));
  const closed = [...new Set(open.length === 0 ? [] : hours?.closed)].toSorted().map(day => ({ day }));
  const sorted = open.toSorted((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  return { open: sorted.reduce(joined, []), closed };
}

/** Hours that overlap on a day count once. */
function joined(before: Stored['open'], span: Stored['open'][number]): Stored['open'] {
  const last = before.at(-1);
  if (last?.weekday !== span.weekday || last.closes < span.opens) return [...before, span];
  return [...before.slice(0, -1), { ...last, closes: Math.max(last.closes, span.closes) }];
}

/** Since midnight, from `08:30`. */
function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

async function readStored(db: Database): Promise<Stored> {
  return {
    open: await db.select().from(officeHours).orderBy(officeHours.weekday, officeHours.opens),
    closed: await db.select().from(officeClosures).orderBy(officeClosures.day),
  };
}

/**
 * What takes long is done before anybody has to wait; under the lock only what was answered, or deleted, since is added or
 * taken away.
 */
async function countAnew(tx: Database): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0`);
  await tx.execute(sql`
    create temporary table worked on commit drop as
    select ticket_number, opened_at, working_milliseconds(opened_at, responded_at) as took from first_responses`);
  await tx.execute(sql`
    create temporary table counted on commit drop as
    select ${month} as opened_month, duration_step(took) as duration_step, count(*) as tickets,
      sum(took) as milliseconds
    from worked where took is not null group by 1, 2`);
  await lockResponses(tx);
  await tx.delete(workingTimes);
  await tx.execute(sql`
    insert into working_times (opened_month, duration_step, tickets, milliseconds)
    select opened_month, duration_step, sum(tickets), sum(milliseconds)
    from (
      select * from counted
      union all
      select ${month}, duration_step(took), sign, sign * took
      from (
        select opened_at, took, -1 as sign
        from worked where not exists (select from first_responses as now where now.ticket_number = worked.ticket_number)
        union all
        select opened_at, working_milliseconds(opened_at, responded_at), 1
        from first_responses as now
        where not exists (select from worked where now.ticket_number = worked.ticket_number)
      ) as changed
      where took is not null
    ) as times
    group by 1, 2 having sum(tickets) > 0`);
}

const month = sql`date_trunc('month', opened_at at time zone 'UTC')::date`;

const maxAttempts = 20;

/** Waits no longer than usual at once, because everybody waits behind a lock that is waited for; the count is kept. */
async function lockResponses(tx: Database): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      await tx.transaction(async inner => {
        await inner.execute(sql`lock table first_responses in share row exclusive mode`);
      });
      return;
    } catch (error) {
      if (attempt === maxAttempts) throw error;
      await wait(attempt * 100);
    }
}

import { isDeepStrictEqual } from 'node:util';
import { type Campus, minutesOf, type OfficeHours, weekdays } from '@campus-desk/contract';
import type { Logger, Part } from '@campus-desk/service-kit';
import { type Database, officeClosures, officeHours } from '../../db/index.ts';
import { repeat } from '../repeat.ts';
import { countWorkingTimes } from './count-working-times.ts';

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
      await countWorkingTimes(tx);
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

async function readStored(db: Database): Promise<Stored> {
  return {
    open: await db.select().from(officeHours).orderBy(officeHours.weekday, officeHours.opens),
    closed: await db.select().from(officeClosures).orderBy(officeClosures.day),
  };
}

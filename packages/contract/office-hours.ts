import { type OfficeHours, weekdays } from './campus.ts';
import { createCampusTime, startOfDay, type WallTime, weekdayOf } from './campus-time.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Nobody is told of an opening that is farther away. */
const daysAhead = 60;

type InOfficeHoursInput = { hours: OfficeHours; timeZone: string; at: Date };

/**
 * When helpdesk is back, by the office hours in their time zone; undefined while it is there, and where it is not back
 * within 60 days.
 */
export function backAt({ hours, timeZone, at }: InOfficeHoursInput): Date | undefined {
  const time = createCampusTime(timeZone);
  const now = time.toWall(at);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const spans = spansOf({ hours, midnight: startOfDay(now) + ahead * day });
    if (spans.some(({ from, to }) => from <= now && now < to)) return undefined;
    const next = spans.find(({ from }) => from > now);
    if (next !== undefined) return time.toInstant(next.from);
  }
  return undefined;
}

/** Whether a moment falls on a day that is named as closed, such as a holiday. */
export function isHoliday({ hours, timeZone, at }: InOfficeHoursInput): boolean {
  return hours.closed.includes(dateOf(createCampusTime(timeZone).toWall(at)));
}

type SpansOfInput = { hours: OfficeHours; midnight: WallTime };

/** When helpdesk is there on a day, the earliest span first. */
function spansOf({ hours, midnight }: SpansOfInput): { from: WallTime; to: WallTime }[] {
  if (hours.closed.includes(dateOf(midnight))) return [];
  // Weeks begin with Monday in the file, and with Sunday here.
  const weekday = weekdays[(weekdayOf(midnight) + 6) % 7];
  return hours.open
    .filter(({ day }) => day === weekday)
    .map(({ from, to }) => ({
      from: midnight + minutesOf(from) * minute,
      to: midnight + minutesOf(to) * minute,
    }))
    .toSorted((one, other) => one.from - other.from);
}

/** Minutes since midnight, from `08:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function dateOf(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 10);
}

import { startOfDay, type WallTime, weekdayOf } from '@campus-desk/contract';

const minute = 60_000;
const day = 24 * 60 * minute;

/** When the helpdesk works, Monday to Friday, in hours of the campus. */
const workingHours = { from: 8, to: 18 };

/** The moment after so many minutes of the helpdesk's working time. */
export function afterWorkingMinutes({ from, minutes }: { from: WallTime; minutes: number }): WallTime {
  let at = from;
  let left = minutes * minute;
  for (;;) {
    const midnight = startOfDay(at);
    const opens = midnight + workingHours.from * 60 * minute;
    const closes = midnight + workingHours.to * 60 * minute;
    const begin = Math.max(at, opens);
    if (!isWeekend(midnight) && begin < closes) {
      if (begin + left <= closes) return begin + left;
      left -= closes - begin;
    }
    at = midnight + day;
  }
}

function isWeekend(wall: WallTime): boolean {
  return [0, 6].includes(weekdayOf(wall));
}

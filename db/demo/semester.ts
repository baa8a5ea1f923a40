import { type CampusTime, type Person, startOfDay, type WallTime, weekdayOf } from '@campus-desk/contract';
import { openAndClose, type Plan } from './closed-story.ts';
import { staff, students } from './people.ts';
import type { Random } from './random.ts';
import type { DemoFiling, Season } from './read-filings.ts';
import type { Story } from './story.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** How much is reported in each week of the half year: term begins in the third, holidays, exams near the end. */
const weeks = [
  0.8, 0.9, 1.6, 2, 1.6, 1.2, 1, 1, 0.9, 0.9, 0.25, 0.12, 0.9, 1, 1.1, 1, 0.9, 1, 1, 0.8, 1.1, 1.4, 1.8, 1.7,
  1.1, 0.9,
];
/** Sunday first. */
const weekdays = [0.14, 1.3, 1.15, 1, 0.95, 0.75, 0.17];
const hours = [
  0, 0, 0, 0, 0, 0, 0, 0.4, 1.2, 1.9, 2, 1.7, 1.2, 1.3, 1.7, 1.5, 1.1, 0.7, 0.5, 0.45, 0.45, 0.4, 0.2, 0,
];
const winterMonths = [9, 10, 11, 0, 1, 2, 3];

const maxTries = 300;
/** How long ago everything of the past was over. */
const quietMs = hour / 2;

type SemesterStoriesInput = { filings: DemoFiling[]; now: Date; time: CampusTime; random: Random };

/** The closed tickets of half a year before `now`, one for each filing and each follow-up that fits in. */
export function semesterStories({ filings, now, time, random }: SemesterStoriesInput): Story[] {
  const today = time.toWall(now);
  const firstDay = startOfDay(today) - (weeks.length * 7 - 1) * day;
  const latest = today - quietMs;
  const openings = createOpenings({ firstDay, random });
  const progressAt = (wall: WallTime) => (wall - firstDay) / (today - firstDay);

  return filings.flatMap(filing => {
    const reporter = reporterOf({ filing, random });
    for (let tries = 0; tries < maxTries; tries += 1) {
      const openedAt = openings.draw();
      const plan: Plan = { filing, reporter, openedAt, progress: progressAt(openedAt), latest };
      const isInPlace = openedAt < latest && isInSeason({ wall: openedAt, season: filing.season });
      const stories = isInPlace ? openAndClose({ plan, time, random }) : undefined;
      if (stories !== undefined) return stories;
    }
    return [];
  });
}

/** Draws the moments at which people report something. */
function createOpenings({ firstDay, random }: { firstDay: WallTime; random: Random }) {
  const days = weeks.flatMap((weight, week) =>
    weekdays.map((_, index) => {
      const midnight = firstDay + (week * 7 + index) * day;
      return weight * (weekdays[weekdayOf(midnight)] ?? 0);
    }),
  );
  return {
    draw: (): WallTime =>
      firstDay +
      random.weighted(days) * day +
      random.weighted(hours) * hour +
      Math.floor(random.next() * hour),
  };
}

function isInSeason({ wall, season }: { wall: WallTime; season: Season | undefined }): boolean {
  if (season === undefined) return true;
  return winterMonths.includes(new Date(wall).getUTCMonth()) === (season === 'winter');
}

/** Offices are in one house: who reports from there works here. */
function reporterOf({ filing, random }: { filing: DemoFiling; random: Random }): Person {
  const isStaff = filing.language === 'en' && filing.location?.startsWith('Humboldt House') === true;
  return random.pick(isStaff ? staff : students[filing.language]);
}

import { createCampusTime } from '@campus-desk/contract';
import type { Database } from '../database.ts';
import { corrections, events, messages, tickets } from '../schema/index.ts';
import { insertRows } from './insert-rows.ts';
import { intoEmptyDatabase } from './into-empty-database.ts';
import { type DemoRows, numberStories } from './number-stories.ts';
import { createRandom } from './random.ts';
import { readFilings } from './read-filings.ts';
import { recentStories } from './recent-story.ts';
import { semesterStories } from './semester.ts';
import { type PlaceOf, withPlaces } from './with-places.ts';

const seed = 1;

/** How many tickets a running bot shows by itself: a channel takes one post a second. */
const liveTickets = 8;

type FillDemoCampusInput = { db: Database } & ImagineCampusInput;

/**
 * Fills an empty database with half a year of tickets up to `now`, the same each time. The newest stay in the outbox
 * if they are to be `live`. Answers how many tickets these are, undefined when the database is not empty.
 */
export async function fillDemoCampus(input: FillDemoCampusInput): Promise<number | undefined> {
  const { db, ...imagined } = input;
  return intoEmptyDatabase({
    db,
    fill: async tx => {
      const rows = imagineCampus(imagined);
      await insert({ tx, rows });
      return rows.tickets.length;
    },
  });
}

type ImagineCampusInput = {
  now: Date;
  timeZone: string;
  live: boolean;
  /** No ticket has a place without it. */
  placeOf?: PlaceOf;
};

/** The rows of the demo campus; the same arguments give the same rows. */
export function imagineCampus({ now, timeZone, live, placeOf = () => null }: ImagineCampusInput): DemoRows {
  const random = createRandom(seed);
  const time = createCampusTime(timeZone);
  const stories = [
    ...semesterStories({ filings: readFilings(), now, time, random }),
    ...recentStories({ now, time, live: live ? liveTickets : 0 }),
  ];
  return withPlaces({ rows: numberStories({ stories, random }), placeOf });
}

async function insert({ tx, rows }: { tx: Database; rows: DemoRows }): Promise<void> {
  await insertRows({ tx, table: tickets, rows: rows.tickets });
  await insertRows({ tx, table: messages, rows: rows.messages });
  await insertRows({ tx, table: corrections, rows: rows.corrections });
  await insertRows({ tx, table: events, rows: rows.events });
}

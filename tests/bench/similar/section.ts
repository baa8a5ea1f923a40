import { similarListSchema } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../../db/index.ts';
import { prepareDatabase } from '../api/prepare-database.ts';
import { timeRequests } from '../api/send-requests.ts';
import { apiToken, startApi } from '../api/start-api.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { measureMemory } from './measure-memory.ts';

/** What somebody who files waits for, to be told of the same problem. */
export const similarSection: Section = {
  name: 'similar',
  about: 'tickets of the same problem among 10,000 that are not closed, and the memory these take',
  measure,
};

const texts = [
  'The projector does not turn on and my lecture begins in ten minutes',
  'Il wifi in biblioteca non funziona da stamattina',
  'Die Heizung im Seminarraum ist kalt',
  'No puedo entrar en Moodle con mi contraseña',
  'La machine à café avale les pièces',
  'My student card does not open the door of the lab any more',
];
const pathOf = (text: string) => `/v1/tickets/similar?text=${encodeURIComponent(text)}`;

/** No other ticket has these words. */
const markerText = 'The carillon of the chapel plays at midnight';

async function measure({ server, rounds, isQuick, note }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url, drop } = await createDatabase();
  const unclosed = isQuick ? 2000 : 10_000;
  const requests = isQuick ? 60 : 300;
  try {
    await prepareDatabase({ url, filled: unclosed, note });
    await fileAgain(url);
    const { port, stop } = await startApi(url);
    const times: number[] = [];
    try {
      await loaded(port);
      for (let round = 0; round <= rounds; round += 1) {
        const p95 = await timeOf({ port, requests });
        // The first round warms up.
        if (round > 0) times.push(p95);
      }
    } finally {
      await stop();
    }
    const megabytes = await measureMemory(url);
    const among = `${unclosed.toLocaleString('en')} not closed`;
    return [
      { what: `similar tickets p95, ${among}`, against: '–', unit: 'ms', rounds: times, reach: 50, goal: 20 },
      { what: `memory of ${among}`, against: '–', unit: 'MB', rounds: [megabytes], reach: 30, goal: 20 },
    ];
  } finally {
    await drop();
  }
}

/** Each ticket once more, not closed; before them one that is read last, because the newest are read first. */
async function fileAgain(url: string): Promise<void> {
  const { db, close } = await openDatabase({ databaseUrl: url, dataDir: undefined, progress: () => {} });
  const columns = sql.raw(
    'location, category, category_source, category_confidence, category_unsure, category_because, category_model, reporter_id, reporter_name',
  );
  const again = (description: ReturnType<typeof sql>, limit: number) => sql`
    insert into tickets (status, description, ${columns}, opened_at, modified_at)
    select 'open', ${description}, ${columns}, now(), now() from tickets order by number limit ${limit}`;
  try {
    const count = await db.$count(sql`tickets`);
    await db.execute(again(sql`${markerText}::text`, 1));
    await db.execute(again(sql`description`, count));
    await db.execute(sql`vacuum analyze`);
  } finally {
    await close();
  }
}

/** Resolves when the API has loaded them all. */
async function loaded(port: number): Promise<void> {
  const url = `http://127.0.0.1:${port}${pathOf(markerText)}`;
  const headers = { authorization: `Bearer ${apiToken}` };
  for (;;) {
    const { tickets } = similarListSchema.parse(await (await fetch(url, { headers })).json());
    if (tickets.some(({ description }) => description === markerText)) return;
  }
}

/** One at a time: what is measured is how long somebody waits. */
async function timeOf({ port, requests }: { port: number; requests: number }): Promise<number> {
  const requestOf = (at: number) =>
    ({ method: 'GET', path: pathOf(texts[at % texts.length] ?? '') }) as const;
  const { each } = await timeRequests({ port, token: apiToken, count: requests, requestOf, atOnce: 1 });
  return each.toSorted((one, other) => one - other)[Math.floor(each.length * 0.95)] ?? Number.NaN;
}

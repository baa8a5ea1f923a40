import type { Campus } from '@campus-desk/contract';
import {
  type Config,
  hostFor,
  type Logger,
  listen,
  type Part,
  type Service,
  stopAll,
} from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { monotonicFactory } from 'ulid';
import { fillDemoCampus } from '../db/demo/index.ts';
import { type Database, openDatabase } from '../db/index.ts';
import { createNoteFinder, offeredNotes } from './answers/offered-notes.ts';
import { createApi } from './app.ts';
import { openCampusFile } from './campus/campus-file.ts';
import { placeOfTickets } from './campus/places-of.ts';
import { startLearning } from './corrections/start-learning.ts';
import { databaseOf } from './database-of.ts';
import { startRetention } from './privacy/start-retention.ts';
import { repeat } from './repeat.ts';
import { startKeepingOfficeHours } from './responses/keep-office-hours.ts';
import { startIndexing } from './similar/start-indexing.ts';
import { startCountingPeriods } from './tickets/count-closed-periods.ts';
import { startJoiningUnclosedCounts } from './tickets/join-unclosed-counts.ts';
import { purgeKeys } from './tickets/purge-keys.ts';
import { startWaking } from './tickets/start-waking.ts';
import type { Receiver } from './webhooks/send-event.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** The running API: where it answers, and where its data lives. */
export type Api = Part & { url: string; location: string; app: Service };

type StartApiInput = {
  config: Config;
  logger: Logger;
  progress: (line: string) => void;
  demo?: boolean;
  /** The campus file where none is named. */
  campusFile?: string | undefined;
};

/**
 * Opens and migrates the database (with `MIGRATE=off` only checks its schema) and listens; throws one sentence for people
 * when it cannot. With `demo` an empty database is filled with the demo campus first: only for a sandbox.
 */
export async function startApi(input: StartApiInput): Promise<Api> {
  const { config, logger, progress, demo = false, campusFile } = input;
  requireServer(config);
  const { API_TOKEN: token, API_PORT: port } = config;
  const opening = openDatabase({ ...databaseOf(config), progress });
  const { db, reserved, session, replica, location, close } = await opening;
  const parts: Part[] = [{ stop: close }];
  try {
    const campus = await openCampusFile({ path: config.CAMPUS_FILE, fallback: campusFile, logger });
    parts.push(campus);
    if (demo) await fillWhenEmpty({ db, timeZone: config.CAMPUS_TIME_ZONE, campus: campus.now(), progress });
    parts.push(
      startKeepingOfficeHours({ db, campus: campus.now, timeZone: config.CAMPUS_TIME_ZONE, logger }),
    );
    parts.push(startCountingPeriods({ db, timeZone: config.CAMPUS_TIME_ZONE, logger }));
    parts.push(startJoiningUnclosedCounts({ db, logger }));
    const learning = await startLearning({ db, logger });
    parts.push(learning);
    const work = () => purgeKeys({ db, now: new Date() });
    const onError = (err: unknown) => logger.warn({ err }, 'old keys of filings not purged, next time again');
    await work().catch(onError);
    parts.push(repeat({ everyMs: dayMs, work, onError }));
    parts.push(await startWaking({ db, logger }));
    const retention = startRetention({ db, logger, days: config.RETENTION_DAYS });
    if (retention !== undefined) parts.push(retention);
    const similar = startIndexing({ db, logger });
    const notes = startIndexing({ db, logger, ...offeredNotes });
    parts.push(similar, notes);
    const clock = () => new Date();
    const app = await createApi({
      db,
      replica,
      poolSize: config.DATABASE_POOL,
      reserved,
      session,
      categoriser: learning.categoriser,
      learn: learning.learn,
      similar,
      findNote: createNoteFinder({ db, notes, logger, clock }),
      clock,
      databaseTime: () => sql`now()`,
      newId: monotonicFactory(),
      logger,
      token,
      metricsToken: config.METRICS_TOKEN,
      ticketCommand: config.TICKET_COMMAND,
      campus: campus.now,
      webhook: receiverOf(config),
      maxWritesPerSecond: 20,
      timeZone: config.CAMPUS_TIME_ZONE,
    });
    parts.push({ stop: () => app.close() });
    const url = await listen({ app, host: hostFor({ config, logger, service: 'API' }), port });
    return { app, location, stop: () => stopAll(parts), url };
  } catch (error) {
    await stopAll(parts);
    throw error;
  }
}

/** What real people write must not be lost: with Slack, the embedded database has to be asked for. */
function requireServer({ SLACK_BOT_TOKEN, DATABASE_URL, ALLOW_EMBEDDED }: Config): void {
  if (SLACK_BOT_TOKEN === undefined || DATABASE_URL !== undefined || ALLOW_EMBEDDED === '1') return;
  throw new Error(
    'DATABASE_URL is missing; with Slack name a PostgreSQL server. The embedded database may lose what is written; to try it all the same, set ALLOW_EMBEDDED=1.',
  );
}

function receiverOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }: Config): Receiver | undefined {
  return url === undefined || secret === undefined ? undefined : { url, secret };
}

type FillWhenEmptyInput = {
  db: Database;
  timeZone: string;
  campus: Campus;
  progress: (line: string) => void;
};

async function fillWhenEmpty({ db, timeZone, campus, progress }: FillWhenEmptyInput): Promise<void> {
  const placeOf = placeOfTickets(campus);
  const filled = await fillDemoCampus({ db, now: new Date(), timeZone, live: true, placeOf });
  if (filled !== undefined)
    progress(`Created a demo campus of ${filled} tickets. To start without it: npm start -- --empty`);
}

import { type Categoriser, createDangerFinder } from '@campus-desk/categoriser';
import { type Campus, unknownCampus } from '@campus-desk/contract';
import { createService, type Logger, type Service } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { answerFinderOf } from './answers/answer-finder-of.ts';
import { addAnswerRoutes } from './answers/routes.ts';
import { placesOf } from './campus/places-of.ts';
import { addCampusRoutes } from './campus/routes.ts';
import type { Context } from './context.ts';
import { addCategoriserRoutes } from './corrections/routes.ts';
import { explainDatabaseError } from './database-errors.ts';
import { createDiskSpace } from './disk-space.ts';
import { addFollowerRoutes } from './followers/routes.ts';
import { createLeaseConnections } from './leases/lease-connections.ts';
import { addLeaseRoutes } from './leases/routes.ts';
import { limitWrites } from './limit-writes.ts';
import { measure } from './measure.ts';
import { addMessageRoutes } from './messages/routes.ts';
import { createOutboxNotifier } from './outbox/notifier.ts';
import { addOutboxRoutes } from './outbox/routes.ts';
import { addPeopleRoutes } from './people/routes.ts';
import { addPrivacyRoutes } from './privacy/routes.ts';
import { createQueue } from './queue.ts';
import { createReading } from './reading.ts';
import { addResponseRoutes } from './responses/routes.ts';
import { addSatisfactionRoutes } from './satisfaction/routes.ts';
import { shedLoad } from './shed-load.ts';
import { addSimilarRoutes } from './similar/routes.ts';
import { addThreadRoutes } from './threads/routes.ts';
import { addExportRoutes } from './tickets/export-routes.ts';
import { addTicketRoutes } from './tickets/routes.ts';
import { addSummaryRoutes } from './tickets/summary-routes.ts';
import { createTurns } from './turns.ts';
import { addWaves } from './waves/routes.ts';
import { addWebhooks } from './webhooks/routes.ts';
import type { Receiver } from './webhooks/send-event.ts';

type CreateApiInput = {
  db: Database;
  /** A copy on another server, for lists, search and summaries; the database itself where there is none. */
  replica?: Database | undefined;
  /** Connections in the pool of `db`; 10 by default. */
  poolSize?: number;
  /** Connections for readiness, leases and the outbox, which must get through when all others are taken. */
  reserved: Database;
  /** Whose statements all run in one database session; leases are tied to it. */
  session: Database;
  categoriser: Categoriser;
  /** Called with every correction of a category, so that the categoriser learns. */
  learn: Context['learn'];
  /** Finds unclosed tickets that tell of the same problem. */
  similar: Context['similar'];
  /** Finds the closing note that answers a text. */
  findNote: Context['findNote'];
  clock: () => Date;
  databaseTime: Context['databaseTime'];
  /** Ids of messages; later ones must sort after earlier ones. */
  newId: () => string;
  logger: Logger;
  token: string | undefined;
  /** What the metrics can be read with besides it. */
  metricsToken?: string | undefined;
  /** What the slash command for tickets is called in Slack; `/ticket` by default. */
  ticketCommand?: string;
  /** What the campus says of itself now; nothing when absent. */
  campus?: (() => Campus) | undefined;
  /** What one person may write in a second; nobody clicks faster. */
  maxWritesPerSecond: number;
  /** Who gets every event as a webhook. */
  webhook?: Receiver | undefined;
  /** The campus time zone: hours, days and months are counted in it. */
  timeZone: string;
};

/** The REST API over a migrated database, not listening yet. */
export async function createApi(input: CreateApiInput): Promise<Service> {
  const { db, replica, reserved, session, categoriser, learn, clock, databaseTime, poolSize = 10 } = input;
  const {
    newId,
    similar,
    findNote,
    logger,
    token,
    metricsToken,
    timeZone,
    maxWritesPerSecond,
    ticketCommand = '/ticket',
  } = input;
  const disk = createDiskSpace();
  const app = await createService({
    name: 'api',
    title: 'Campus Desk',
    description:
      'The tickets of a campus: filing, changing, messages, history. Errors are RFC 9457 problems.',
    logger,
    token,
    metricsTokens: metricsToken === undefined ? [] : [metricsToken],
    isReady: async () => {
      disk.check();
      await reserved.execute(sql`select 1`);
    },
    explainError: error => {
      disk.notice(error);
      return explainDatabaseError(error);
    },
  });
  const notifier = createOutboxNotifier();
  const announce = announcer({ app, notifier, reported: () => waves.look() });
  // Of ten connections changes take six, so that reading always finds one.
  const writesAtOnce = Math.max(1, Math.floor(poolSize * 0.6));
  const writes = createQueue({ atOnce: writesAtOnce, maxWaiting: 100, maxWaitMs: 700 });
  const read = createReading({ db, replica, clock, logger });
  const campus = input.campus ?? (() => unknownCampus);
  const places = placesOf(campus);
  const tellsOfDanger = createDangerFinder();
  const found = { places, tellsOfDanger, findAnswer: answerFinderOf(campus), findNote, similar };
  const verbs = { categoriser, ...found, learn, ticketCommand, clock, databaseTime, newId };
  const context: Context = { db, read, writes, turns: createTurns(), announce, ...verbs };
  const kept: Context = { ...context, db: reserved };
  measure({ app, context: kept, poolSize });
  shedLoad(app);
  limitWrites({ app, maxPerSecond: maxWritesPerSecond, clock });

  addTicketRoutes({ app, context });
  addSimilarRoutes({ app, context });
  addExportRoutes({ app, context });
  addSummaryRoutes({ app, read, timeZone });
  addResponseRoutes({ app, context, timeZone });
  addSatisfactionRoutes({ app, context, timeZone });
  addCategoriserRoutes({ app, context, timeZone });
  addMessageRoutes({ app, context });
  addFollowerRoutes({ app, context });
  addThreadRoutes({ app, context });
  addPeopleRoutes({ app, context });
  addPrivacyRoutes({ app, context });
  addAnswerRoutes({ app, context, campus });
  addCampusRoutes({ app, campus, timeZone });
  const waves = addWaves({ app, context, logger });
  addOutboxRoutes({ app, context: kept, notifier });
  addWebhooks({ app, context: kept, notifier, receiver: input.webhook, logger });
  const connections = createLeaseConnections({ session, databaseTime, logger });
  addLeaseRoutes({ app, context: kept, connections });
  return app;
}

type AnnouncerInput = {
  app: Service;
  notifier: ReturnType<typeof createOutboxNotifier>;
  /** Called when somebody has filed or joined a ticket. */
  reported: () => void;
};

/** Counts every event, and notifies the calls that wait for the outbox, and who looks for waves. */
function announcer(input: AnnouncerInput): Context['announce'] {
  const { app, notifier, reported } = input;
  const counted = app.metrics.counter({
    name: 'campus_desk_events_total',
    help: 'What happened to tickets, by type: ticket.filed, ticket.closed …',
    labelNames: ['type'],
  });
  return type => {
    counted.inc({ type });
    notifier.notify();
    if (type === 'ticket.filed' || type === 'follower.joined') reported();
  };
}

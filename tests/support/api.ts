import type { AddressInfo } from 'node:net';
import type { Categoriser } from '@campus-desk/categoriser';
import { type Actor, type Campus, type Client, createClient, type Ticket } from '@campus-desk/contract';
import { createLogger, type Logger, type Service } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { createNoteFinder, offeredNotes } from '../../api/answers/offered-notes.ts';
import { createApi } from '../../api/app.ts';
import { createSimilarTickets } from '../../api/similar/similar-tickets.ts';
import type { Database } from '../../db/index.ts';
import { emptyTestDatabase, testSession } from './database.ts';

export const ada: Actor = { id: 'U01', name: 'Ada', role: 'user' };
export const ben: Actor = { id: 'U02', name: 'Ben', role: 'helpdesk' };
export const carla: Actor = { id: 'U03', name: 'Carla', role: 'helpdesk' };

/** Answers by one word each, so that a test's tickets keep their category whatever the real one learns. */
const wordCategoriser: Categoriser = {
  version: 'words-1',
  categorise: text => {
    const answer = { secondCategory: 'service', model: 'words-1' } as const;
    const [first = '', second = ''] = text.split(/(?<=\.) /);
    if (/wifi/i.test(first) && /window/i.test(second))
      return {
        ...answer,
        category: 'it',
        secondCategory: 'facility',
        confidence: 0.5,
        unsure: true,
        because: [],
        problems: [
          { category: 'it', text: first },
          { category: 'facility', text: second },
        ],
      };
    if (/wifi/i.test(text))
      return { ...answer, category: 'it', confidence: 0.97, unsure: false, because: ['wifi'] };
    if (/window/i.test(text))
      return { ...answer, category: 'facility', confidence: 0.9, unsure: false, because: ['window'] };
    return {
      ...answer,
      category: 'service',
      confidence: 0.4,
      unsure: true,
      because: [],
      secondCategory: 'it',
    };
  },
};

/** A clock that stands still until it is moved. */
type TestClock = { now: () => Date; set: (time: string) => void; pass: (seconds: number) => void };

export type TestApi = {
  app: Service;
  db: Database;
  clock: TestClock;
  /** One call; the body is parsed. */
  call: (
    request: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  close: () => Promise<void>;
};

/** An answer of the API; its body is what a test expects it to be. */
// biome-ignore lint/suspicious/noExplicitAny: a test compares the body with what it must be
export type Answer = { status: number; type: string; body: any };

/** A busy machine makes a test slow, never wrong. */
const patienceMs = 30_000;

/** The time at which every test begins. */
export const testStart = '2026-11-22T09:00:00.000Z';

type CreateTestApiInput = {
  token?: string;
  metricsToken?: string;
  categoriser?: Categoriser;
  learn?: Parameters<typeof createApi>[0]['learn'];
  db?: Database;
  replica?: Database | undefined;
  reserved?: Database;
  timeZone?: string;
  ticketCommand?: string;
  logger?: Logger;
  maxWritesPerSecond?: number;
  webhook?: Parameters<typeof createApi>[0]['webhook'];
  campus?: Campus;
};

/** The API over the emptied test database, with a clock to set and counted message ids; not listening. */
export async function createTestApi(input: CreateTestApiInput = {}): Promise<TestApi> {
  const {
    token,
    metricsToken,
    categoriser = wordCategoriser,
    learn = () => {},
    db: givenDb,
    replica,
    reserved: givenReserved,
    timeZone = 'Europe/Rome',
    ticketCommand = '/ticket',
    // Tests write faster than people.
    maxWritesPerSecond = Number.POSITIVE_INFINITY,
    logger = createLogger({ level: 'silent' }),
    webhook,
    campus,
  } = input;
  const db = givenDb ?? (await emptyTestDatabase());
  const reserved = givenReserved ?? db;
  const clock = createTestClock();
  const notes = createSimilarTickets({ db, logger, patienceMs, ...offeredNotes });
  const app = await createApi({
    db,
    replica,
    reserved,
    session: await testSession(),
    categoriser,
    learn,
    similar: createSimilarTickets({ db, logger, patienceMs }),
    findNote: createNoteFinder({ db, notes, logger, clock: clock.now, patienceMs }),
    clock: clock.now,
    databaseTime: () => sql`${clock.now().toISOString()}::timestamptz`,
    newId: countedIds(),
    logger,
    maxWritesPerSecond,
    token,
    metricsToken,
    ticketCommand,
    campus: campus && (() => campus),
    webhook,
    timeZone,
  });
  return { app, db, clock, call: callerOf(app), close: () => app.close() };
}

/** The same, listening on a free port, for tests that go through HTTP. */
export async function startTestApi(
  options: Parameters<typeof createTestApi>[0] = {},
): Promise<TestApi & { url: string; client: Client }> {
  const api = await createTestApi(options);
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = api.app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { ...api, url, client: createClient({ baseUrl: url, token: options.token, timeoutMs: 60_000 }) };
}

/** A ticket filed by Ada; other values where given. */
export async function fileTicket(api: TestApi, filing: object = {}): Promise<Ticket> {
  const { body } = await api.call('POST /v1/tickets', {
    description: 'No WiFi in the reading room',
    location: 'Library, room 2.14',
    actor: ada,
    ...filing,
  });
  return body;
}

/** A ticket that Ben has started. */
export async function startTicket(api: TestApi, filing: object = {}): Promise<Ticket> {
  const { number } = await fileTicket(api, filing);
  return (await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'active' })).body;
}

/** A ticket that Ben has started and closed. */
export async function closeTicket(api: TestApi, filing: object = {}): Promise<Ticket> {
  const { number } = await startTicket(api, filing);
  return (await api.call(`PATCH /v1/tickets/${number}`, { actor: ben, status: 'closed' })).body;
}

function createTestClock(): TestClock {
  let now = new Date(testStart);
  return {
    now: () => now,
    set: time => {
      now = new Date(time);
    },
    pass: seconds => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}

function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `message-${String(count).padStart(4, '0')}`;
  };
}

function callerOf(app: Service): TestApi['call'] {
  return async (request, body, headers = {}) => {
    const [method, url] = request.split(' ') as ['GET', string];
    const response = await app.inject({ method, url, headers, ...(body && { payload: body }) });
    const type = String(response.headers['content-type']).split(';')[0] ?? '';
    const isJson = type.endsWith('json');
    return { status: response.statusCode, type, body: isJson ? response.json() : response.body };
  };
}

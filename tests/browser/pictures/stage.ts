import { readFile } from 'node:fs/promises';
import { createCategoriser } from '@campus-desk/categoriser';
import { type Client, createClient } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { type Sandbox, startSandbox } from 'slack-sandbox';
import { createApi } from '../../../api/app.ts';
import { createSimilarTickets } from '../../../api/similar/similar-tickets.ts';
import { startBot } from '../../../bot/start.ts';
import { openDatabase } from '../../../db/index.ts';
import { demoCampus, helpdeskChannel } from '../../../demo-campus.ts';
import { nowhere } from '../../support/stack.ts';

/** A desk with nothing in it yet, all in this process and in memory. */
export type Stage = {
  sandbox: Sandbox;
  client: Client;
  /** Resolves when Slack shows everything that was done. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
};

export async function openStage(): Promise<Stage> {
  const logger = createLogger({ level: 'silent' });
  const { db, reserved, session, close } = await openDatabase({
    databaseUrl: undefined,
    dataDir: undefined,
    progress: () => {},
  });
  const api = await createApi({
    db,
    reserved,
    session,
    categoriser: createCategoriser(),
    learn: () => {},
    similar: createSimilarTickets({ db, logger }),
    findNote: async () => undefined,
    clock: () => new Date(),
    databaseTime: () => sql`now()`,
    newId: countedIds(),
    logger,
    token: undefined,
    maxWritesPerSecond: Number.POSITIVE_INFINITY,
    timeZone: 'Europe/Rome',
  });
  const apiUrl = await api.listen({ host: '127.0.0.1', port: 0 });
  const manifest = await readFile(new URL('../../../manifests/slack.http.yaml', import.meta.url), 'utf8');
  const sandbox = await startSandbox({
    port: 0,
    host: '127.0.0.1',
    manifest,
    campus: demoCampus,
    rateLimits: false,
  });
  const { botToken, signingSecret, apiUrl: slackApiUrl } = sandbox;
  const bot = await startBot({
    config: {
      botToken,
      signingSecret,
      slackApiUrl,
      helpdeskChannel,
      port: 0,
      host: '127.0.0.1',
      apiUrl,
      statsUrls: nowhere,
    },
    logger,
  });
  sandbox.connectApp(`${bot.url}/slack/events`);
  return {
    sandbox,
    client: createClient({ baseUrl: apiUrl, token: undefined }),
    settled: async () => {
      await sandbox.settled();
      await bot.settled();
    },
    stop: async () => {
      await bot.stop();
      await sandbox.stop();
      await api.close();
      await close();
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

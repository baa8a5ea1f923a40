import { monotonicFactory } from 'ulid';
import { openDatabase } from '../db/index.ts';
import { createApi } from './app.ts';
import { createCategoriser } from './categoriser/index.ts';
import type { Config } from './kit/config.ts';
import { listen } from './kit/listen.ts';
import type { Logger } from './kit/logger.ts';
import type { Part } from './kit/process.ts';
import type { Service } from './kit/service.ts';

const loopback = '127.0.0.1';

/** The running API: where it answers, and where its data lives. */
export type Api = Part & { url: string; place: string; app: Service };

/** Opens and migrates the database and listens; throws a sentence for people when it cannot. */
export async function startApi({
  config,
  logger,
  progress,
}: {
  config: Config;
  logger: Logger;
  progress: (line: string) => void;
}): Promise<Api> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, API_TOKEN: token, API_PORT: port } = config;
  const { db, place, close } = await openDatabase({ databaseUrl, dataDir, progress });
  try {
    const app = await createApi({
      db,
      categoriser: createCategoriser(),
      clock: () => new Date(),
      newId: monotonicFactory(),
      logger,
      token,
      timeZone: config.CAMPUS_TIME_ZONE,
    });
    const url = await listen({ app, host: hostFor({ config, logger }), port });
    const stop = async () => {
      await app.close();
      await close();
    };
    return { app, place, stop, url };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Whoever can reach an API without a token can do everything, so that one stays on this machine. */
function hostFor({ config: { API_TOKEN, HOST }, logger }: { config: Config; logger: Logger }): string {
  if (API_TOKEN !== undefined) return HOST;
  logger.info({ host: loopback }, 'no API_TOKEN is set: the API listens on this machine only');
  return loopback;
}

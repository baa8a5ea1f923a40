import { join } from 'node:path';
import { startPart } from '../../chaos/system/part.ts';
import { freePorts } from '../../support/free-ports.ts';
import { newFolder } from '../new-folder.ts';

export const apiToken = 'the token of the bench';

export type StartedApi = { port: number; stop: () => Promise<unknown> };

/** The API as a process of its own, as it runs in production. */
export function startApi(databaseUrl: string): Promise<StartedApi> {
  const environment = {
    DATABASE_URL: databaseUrl,
    API_TOKEN: apiToken,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
  };
  return startProgram({ name: 'api', file: 'api/main.ts', environment });
}

/** A server of the framework alone that answers the same few bytes to everything: what HTTP costs by itself. */
export function startBareFastify(answer: string): Promise<StartedApi> {
  const environment = { ANSWER: answer };
  return startProgram({ name: 'bare-fastify', file: 'tests/bench/api/bare-fastify.ts', environment });
}

type StartProgramInput = { name: string; file: string; environment: Record<string, string> };

async function startProgram({ name, file, environment }: StartProgramInput): Promise<StartedApi> {
  const [port = 0] = await freePorts(1);
  const folder = await newFolder();
  const part = startPart({
    name,
    port,
    program: [file],
    environment: { ...environment, API_PORT: `${port}` },
    logFile: join(folder, `${name}.log`),
    canSetClock: false,
  });
  await part.ready();
  return { port, stop: part.stop };
}

import { join } from 'node:path';
import { type RunningPart, startPart } from '../chaos/system/part.ts';
import { freePortsFor, partPorts } from '../support/free-ports.ts';
import { newFolder } from './new-folder.ts';

/** Every part in one process, as `npm start` runs them, where the bot listens, and what it writes. */
export type Everything = { part: RunningPart; botPort: number; logFile: string };

/** Starts it with these variables on free ports, and waits until it is ready; the sandbox is a part where no Slack is named. */
export async function startEverything(environment: Record<string, string>): Promise<Everything> {
  const ports = await freePortsFor([...partPorts, 'SANDBOX_PORT']);
  const folder = await newFolder();
  const logFile = join(folder, 'everything.log');
  const botPort = Number(ports.BOT_PORT);
  const part = startPart({
    name: 'everything',
    program: ['main.ts'],
    port: botPort,
    environment: { ...ports, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...environment },
    logFile,
    canSetClock: false,
  });
  await part.ready().catch(async error => {
    await part.stop();
    throw error;
  });
  return { part, botPort, logFile };
}

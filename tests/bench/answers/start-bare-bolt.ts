import { join } from 'node:path';
import { localUrl } from '@campus-desk/service-kit';
import { eventsPath } from '../../../bot/ids.ts';
import { startPart } from '../../chaos/system/part.ts';
import { freePorts } from '../../support/free-ports.ts';
import { newFolder } from '../new-folder.ts';
import type { Receiver } from '../send.ts';

type StartBareBoltInput = { slackUrl: string; signingSecret: string; view: object };

/** Bolt alone, which opens `view` for every command: what a framework takes for it by itself. */
export async function startBareBolt({ slackUrl, signingSecret, view }: StartBareBoltInput) {
  const [port = 0, readyPort = 0] = await freePorts(2);
  const part = startPart({
    name: 'bare-bolt',
    port: readyPort,
    program: ['tests/bench/answers/bare-bolt.ts'],
    environment: {
      VIEW: JSON.stringify(view),
      SLACK_API_URL: slackUrl,
      SLACK_SIGNING_SECRET: signingSecret,
      BOLT_PORT: `${port}`,
      READY_PORT: `${readyPort}`,
    },
    logFile: join(await newFolder(), 'bare-bolt.log'),
    canSetClock: false,
  });
  await part.ready();
  const receiver: Receiver = { url: `${localUrl(port)}${eventsPath}`, signingSecret };
  return { receiver, stop: part.stop };
}

import { createServer, type Server } from 'node:http';
import type { HTTPReceiver, Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { BotConfig } from '../config.ts';
import { createHttpReceiver, createSocketReceiver } from './bolt-app.ts';
import { type healthAnswers, sendAnswer } from './health.ts';

/** The way Slack comes in: over HTTP, or over a socket with a small server beside it for the health checks. */
export type Door = {
  receiver: HTTPReceiver | SocketModeReceiver;
  /** Lets requests in; resolves to the address, rejects when the port is taken or Slack refuses the app token. */
  open: () => Promise<string>;
  /** Lets no new request in, and waits for those that are in. */
  close: () => Promise<void>;
  isOpen: () => boolean;
};

/** Slack waits 3 seconds for an answer: a connection that is busy for longer is not one to wait for. */
const maxRequestMs = 3000;

type Options = {
  config: BotConfig;
  health: ReturnType<typeof healthAnswers>;
  logger: SlackLogger;
  /** Called when the socket is back: what happened meanwhile may have been missed. */
  onReconnected: () => void;
};

export function createDoor(options: Options): Door {
  const { signingSecret, appToken } = options.config;
  if (appToken !== undefined) return socketDoor({ ...options, appToken });
  if (signingSecret !== undefined) return httpDoor({ ...options, signingSecret });
  throw new Error('The bot needs SLACK_SIGNING_SECRET (HTTP mode) or SLACK_APP_TOKEN (Socket Mode).');
}

function httpDoor({ config, health, logger, signingSecret }: Options & { signingSecret: string }): Door {
  const receiver = createHttpReceiver({ signingSecret, health, logger });
  let isOpen = false;
  let cut = () => {};
  return {
    receiver,
    isOpen: () => isOpen,
    async open() {
      const server = await receiver.start({ port: config.port, host: config.host });
      isOpen = true;
      cut = () => server.closeAllConnections();
      return addressOf({ server, host: config.host });
    },
    async close() {
      isOpen = false;
      const timer = setTimeout(cut, maxRequestMs);
      await receiver.stop();
      clearTimeout(timer);
    },
  };
}

type SocketDoorInput = Options & { appToken: string };

function socketDoor({ config, health, logger, appToken, onReconnected }: SocketDoorInput): Door {
  const receiver = createSocketReceiver({ appToken, slackApiUrl: config.slackApiUrl, logger });
  const server = healthServer(health);
  let isConnected = false;
  let wasConnected = false;
  receiver.client.on('connected', () => {
    if (wasConnected) onReconnected();
    isConnected = true;
    wasConnected = true;
  });
  for (const lost of ['reconnecting', 'disconnected'])
    receiver.client.on(lost, () => {
      isConnected = false;
    });
  return {
    receiver,
    isOpen: () => isConnected,
    async open() {
      await listen({ server, port: config.port, host: config.host });
      await receiver.start().catch(async cause => {
        await closed(server);
        throw new Error(`Slack refuses SLACK_APP_TOKEN or Socket Mode is off: ${cause.message}`, { cause });
      });
      return addressOf({ server, host: config.host });
    },
    async close() {
      await receiver.stop();
      await closed(server);
    },
  };
}

function healthServer(health: Options['health']): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = request.method === 'GET' || request.method === 'HEAD' ? health[pathname] : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else void sendAnswer({ answer, response });
  });
}

function listen({ server, port, host }: { server: Server; port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()));
}

function addressOf({ server, host }: { server: Pick<Server, 'address'>; host: string }): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

import { createServer, type Server } from 'node:http';
import { addressOf } from '@campus-desk/service-kit';
import { SocketModeReceiver } from '@slack/bolt';
import { sendAnswer } from './health.ts';
import type { ReceiverOptions, SlackReceiver } from './receiver.ts';

type CreateSocketReceiverInput = ReceiverOptions & { appToken: string };

/** Socket Mode, with a small server beside it for the health checks. */
export function createSocketReceiver(input: CreateSocketReceiverInput): SlackReceiver {
  const { config, health, logger, appToken, onReconnected } = input;
  // The socket has client options of its own: those of the Web API would end its reconnecting and leak the bot token.
  const installerOptions = { clientOptions: { slackApiUrl: config.slackApiUrl } };
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions });
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
      await listening({ server, port: config.port, host: config.host });
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

function healthServer(health: ReceiverOptions['health']): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const answer = request.method === 'GET' || request.method === 'HEAD' ? health[pathname] : undefined;
    if (answer === undefined) response.writeHead(404).end();
    else void sendAnswer({ answer, response });
  });
}

type ListeningInput = { server: Server; port: number; host: string };

function listening({ server, port, host }: ListeningInput): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => server.close(() => resolve()));
}

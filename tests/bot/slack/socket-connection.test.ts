import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@campus-desk/service-kit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { slackLogger } from '../../../bot/slack/logger.ts';
import { createSocketConnection } from '../../../bot/slack/socket-connection.ts';
import { eventually } from '../../support/eventually.ts';

describe('a connection of Socket Mode', () => {
  let slack: Awaited<ReturnType<typeof startSlack>>;
  let connection: ReturnType<typeof createSocketConnection>;
  const arrived: string[] = [];
  const pauses: number[] = [];
  let reconnects = 0;

  beforeEach(async () => {
    arrived.length = 0;
    pauses.length = 0;
    reconnects = 0;
    slack = await startSlack();
    const logger = createLogger({ level: 'silent' });
    connection = createSocketConnection({
      appToken: 'xapp-1',
      slackApiUrl: `${slack.url}/api/`,
      logger,
      slackLogger: slackLogger(logger),
      clock: {
        now: () => 0,
        monotonic: () => 0,
        sleep: async ms => {
          pauses.push(ms);
        },
      },
      onEnvelope: ({ envelope_id }) => arrived.push(envelope_id),
      onReconnected: () => {
        reconnects += 1;
      },
    });
    await connection.open();
  });
  afterEach(async () => {
    await connection.close();
    await slack.stop();
  });

  test('comes back however long Slack refuses it, and is never asked later than 15 seconds on', async () => {
    slack.refuse(12);

    slack.drop();
    await eventually(() => expect(reconnects).toBe(1));

    expect(pauses).toHaveLength(13);
    expect(Math.max(...pauses)).toBe(15_000);
    expect(connection.isOpen()).toBe(true);
  });

  test.each([
    ['no JSON', 'nonsense'],
    ['no envelope', 'null'],
    ['an event of which nothing is said', JSON.stringify({ type: 'events_api', payload: {} })],
  ])('outlives a frame that is %s', async (_what, frame) => {
    slack.send(frame);
    slack.send(JSON.stringify({ type: 'slash_commands', envelope_id: 'next', payload: {} }));

    await eventually(() => expect(arrived).toEqual(['next']));
  });
});

/** As much of Slack as a connection needs: `apps.connections.open`, and a socket that says hello. */
async function startSlack() {
  let refusals = 0;
  let socket: WebSocket | undefined;
  const server = createServer((_request, response) => {
    refusals -= 1;
    const { port } = server.address() as AddressInfo;
    const answer =
      refusals >= 0 ? { ok: false, error: 'invalid_auth' } : { ok: true, url: `ws://127.0.0.1:${port}/` };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', opened => {
    socket = opened;
    opened.send(JSON.stringify({ type: 'hello' }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Answers the next calls with a refusal. */
    refuse: (times: number) => {
      refusals = times;
    },
    send: (frame: string) => socket?.send(frame),
    drop: () => socket?.terminate(),
    async stop() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

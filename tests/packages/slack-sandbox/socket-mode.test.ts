import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Sandbox, SlackJson } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';

describe('Socket Mode', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox({ socketMode: true, timing: { ackDeadlineMs: 300 } }));
  });

  const say = (text: string) => sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text });
  const command = () =>
    sandbox.act({
      type: 'command',
      as: ben,
      channel: helpdeskChannel,
      command: '/ticket',
      text: 'x',
    });

  test('a plain Bolt app answers commands, hears messages and fills modals', async () => {
    const heard: string[] = [];
    const clientOptions = { slackApiUrl: sandbox.apiUrl };
    const receiver = new SocketModeReceiver({
      appToken: sandbox.appToken,
      installerOptions: { clientOptions },
      logLevel: LogLevel.ERROR,
    });
    const app = new App({ token: sandbox.botToken, receiver, clientOptions, logLevel: LogLevel.ERROR });
    app.command('/ticket', async ({ ack }) => ack('Filed.'));
    app.message(async ({ message }) => {
      heard.push('text' in message ? (message.text ?? '') : '');
    });
    await app.start();
    opened({ stop: () => app.stop() });

    expect(await command()).toEqual({ ok: true });
    await say('hello');
    await sandbox.settled();

    expect(sandbox.ephemerals(ben)).toMatchObject([{ text: 'Filed.' }]);
    expect(heard).toEqual(['hello']);
  });

  test('only the app-level token opens a connection, and only in Socket Mode', async () => {
    const overHttp = opened(await startTestSandbox());
    const open = (where: Sandbox, token: string) => clientOf(where, token).apps.connections.open();

    await expect(open(sandbox, sandbox.botToken)).rejects.toMatchObject({
      data: { error: 'not_allowed_token_type' },
    });
    await expect(open(overHttp, overHttp.appToken)).rejects.toMatchObject({
      data: { error: 'socket_mode_not_enabled' },
    });
  });

  test('a connection needs a ticket of its own', async () => {
    const { url = '' } = await clientOf(sandbox, sandbox.appToken).apps.connections.open();
    const first = opened(await connect(url));

    const second = opened(await connect(url));

    expect(await first.next()).toMatchObject({ type: 'hello', num_connections: 1 });
    await second.closed;
  });

  test('an envelope says what it carries and whether an answer may', async () => {
    const socket = opened(await connectTo(sandbox));

    await say('hello');
    const event = await socket.next();
    socket.acknowledge(event);
    const running = command();
    const slash = await socket.next();
    socket.acknowledge(slash, { text: 'Filed.' });

    expect(event).toMatchObject({
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: 0,
      payload: { type: 'event_callback', event: { text: 'hello' } },
    });
    expect(slash).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/ticket', text: 'x' },
    });
    expect(await running).toEqual({ ok: true });
    expect(sandbox.ephemerals(ben)).toMatchObject([{ text: 'Filed.' }]);
  });

  test('an event that is not acknowledged comes again, in a new envelope with the same event id', async () => {
    const socket = opened(await connectTo(sandbox));

    await say('hello');
    const first = await socket.next();
    const second = await socket.next();
    socket.acknowledge(second);
    await sandbox.settled();

    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    expect(second.envelope_id).not.toBe(first.envelope_id);
    expect(eventId(second)).toBe(eventId(first));
  });

  test('what a broken connection did not acknowledge goes to the next one', async () => {
    const socket = await connectTo(sandbox);
    await say('hello');
    const lost = await socket.next();

    await socket.stop();
    const again = opened(await connectTo(sandbox));
    const found = await again.next();
    again.acknowledge(found);

    expect(eventId(found)).toBe(eventId(lost));
  });

  test('nobody connected is a failed dispatch', async () => {
    expect(await command()).toEqual({
      ok: false,
      message: '/ticket failed with the error "dispatch_failed"',
    });
  });

  test('connections are asked to refresh', async () => {
    const socket = opened(await connectTo(sandbox));

    sandbox.refreshSockets('warning');

    expect(await socket.next()).toMatchObject({ type: 'disconnect', reason: 'warning' });
  });
});

type Socket = Awaited<ReturnType<typeof connect>>;

/** A connection that has been greeted. */
async function connectTo(sandbox: Sandbox): Promise<Socket> {
  const { url = '' } = await clientOf(sandbox, sandbox.appToken).apps.connections.open();
  const socket = await connect(url);
  await socket.next();
  return socket;
}

async function connect(url: string) {
  const socket = new WebSocket(url);
  const arrived: SlackJson[] = [];
  const waiting: ((message: SlackJson) => void)[] = [];
  socket.on('message', data => {
    const message: SlackJson = JSON.parse(String(data));
    const wake = waiting.shift();
    if (wake === undefined) arrived.push(message);
    else wake(message);
  });
  const closed = new Promise<void>(resolve => socket.on('close', () => resolve()));
  await new Promise(resolve => socket.on('open', resolve));
  return {
    closed,
    next(): Promise<SlackJson> {
      const message = arrived.shift();
      return message === undefined ? new Promise(resolve => waiting.push(resolve)) : Promise.resolve(message);
    },
    acknowledge(envelope: SlackJson, payload?: SlackJson) {
      socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload }));
    },
    async stop() {
      socket.close();
      await closed;
    },
  };
}

function eventId({ payload }: SlackJson): unknown {
  return typeof payload === 'object' && payload !== null && 'event_id' in payload
    ? payload.event_id
    : undefined;
}

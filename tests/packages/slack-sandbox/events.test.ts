import type { Sandbox } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';

describe('events', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const say = async (text: string, more: { threadTs?: string; alsoToChannel?: boolean } = {}) => {
    const said = await sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text, ...more });
    if (!said.ok) throw new Error(said.message);
    await sandbox.settled();
    return said.ts ?? '';
  };

  test('a message arrives signed, in an envelope with its own id', async () => {
    const app = opened(await startRecordingApp(sandbox));

    const ts = await say('1 < 2 :smile:');

    const [request] = app.requests;
    expect(request?.isSigned).toBe(true);
    expect(request?.headers['content-type']).toBe('application/json');
    expect(request?.headers).not.toHaveProperty('x-slack-retry-num');
    expect(request?.payload).toMatchObject({ type: 'event_callback', is_ext_shared_channel: false });
    expect(request?.payload.event_id).toMatch(/^Ev/);
    expect(app.events()).toMatchObject([
      {
        type: 'message',
        user: ben,
        text: '1 &lt; 2 :smile:',
        ts,
        event_ts: ts,
        channel: helpdeskChannel,
        channel_type: 'channel',
      },
    ]);
    expect(app.events()[0]).not.toHaveProperty('subtype');
  });

  test('a reaction says who, with what, to whose message, and so does its end', async () => {
    const reacting = { events: ['reaction_added', 'reaction_removed'], scopes: ['reactions:read'] };
    sandbox = opened(await startTestSandbox(reacting));
    const app = opened(await startRecordingApp(sandbox));
    const ts = await say('The lift is stuck');
    const react = async (channel: string) => {
      await sandbox.act({ type: 'react', as: 'U06CHLOE', channel, ts, name: 'ticket' });
      await sandbox.settled();
    };

    await react(helpdeskChannel);
    await react(helpdeskChannel);

    const about = {
      user: 'U06CHLOE',
      reaction: 'ticket',
      item: { type: 'message', channel: helpdeskChannel, ts },
      item_user: ben,
    };
    expect(app.events()).toMatchObject([
      { type: 'reaction_added', ...about },
      { type: 'reaction_removed', ...about },
    ]);
  });

  test('nothing is heard of conversations without the app', async () => {
    const app = opened(await startRecordingApp(sandbox));

    await sandbox.act({ type: 'say', as: ben, channel: 'C02GENERAL', text: 'hello' });
    await sandbox.settled();

    expect(app.events()).toEqual([]);
  });

  test('nothing is heard of what the manifest did not subscribe to or may not read', async () => {
    const deaf = opened(await startTestSandbox({ events: ['message.im'] }));
    const blind = opened(await startTestSandbox({ without: ['channels:history'] }));

    for (const quiet of [deaf, blind]) {
      const app = opened(await startRecordingApp(quiet));
      await quiet.act({ type: 'say', as: ben, channel: helpdeskChannel, text: 'hello' });
      await quiet.settled();
      expect(app.events()).toEqual([]);
    }
  });

  test('replies, also to the channel, say which thread they are in', async () => {
    const app = opened(await startRecordingApp(sandbox));

    const root = await say('root');
    await say('reply', { threadTs: root });
    await say('both', { threadTs: root, alsoToChannel: true });

    const [, reply, both] = app.events();
    expect(reply).toMatchObject({ text: 'reply', thread_ts: root, parent_user_id: ben });
    expect(reply).not.toHaveProperty('subtype');
    expect(both).toMatchObject({
      subtype: 'thread_broadcast',
      thread_ts: root,
      root: { ts: root, text: 'root' },
    });
  });

  test('an edit brings the message before and after', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const ts = await say('frist');

    await sandbox.act({ type: 'edit', as: ben, channel: helpdeskChannel, ts, text: 'first' });
    await sandbox.settled();

    const [, edit] = app.events();
    expect(edit).toMatchObject({
      subtype: 'message_changed',
      hidden: true,
      channel_type: 'channel',
      message: { ts, text: 'first', edited: { user: ben } },
      previous_message: { ts, text: 'frist' },
    });
    expect(edit?.ts).not.toBe(ts);
  });

  test('a deletion brings what was deleted', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const root = await say('root');
    const ts = await say('reply', { threadTs: root });

    await sandbox.act({ type: 'delete', as: ben, channel: helpdeskChannel, ts });
    await sandbox.settled();

    expect(app.events().at(-1)).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: ts,
      previous_message: { text: 'reply', thread_ts: root },
    });
    expect(sandbox.snapshot(ben).messages[helpdeskChannel]).toMatchObject([{ ts: root }]);
    expect(sandbox.snapshot(ben).messages[helpdeskChannel]?.[0]).not.toHaveProperty('reply_count');
  });

  test('a deleted root with replies leaves a tombstone, told as a change', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const root = await say('root');
    await say('reply', { threadTs: root });

    await sandbox.act({ type: 'delete', as: ben, channel: helpdeskChannel, ts: root });
    await sandbox.settled();

    expect(app.events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', ts: root, reply_count: 1 },
      previous_message: { text: 'root', user: ben },
    });
  });

  test('the app hears its own posts and updates too', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const client = clientOf(sandbox);
    const channel = helpdeskChannel;

    const { ts = '' } = await client.chat.postMessage({ channel, text: 'card' });
    await client.chat.update({ channel, ts, text: 'new card' });
    await sandbox.settled();

    expect(app.events()).toMatchObject([
      { user: sandbox.botUserId, text: 'card', bot_profile: { name: 'Test Desk' } },
      { subtype: 'message_changed', message: { text: 'new card' } },
    ]);
  });

  test('opening the Home tab is told every time, with the view once there is one', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const view = { type: 'home' as const, blocks: [{ type: 'divider' as const }] };

    await sandbox.act({ type: 'open_home', as: ben });
    await clientOf(sandbox).views.publish({ user_id: ben, view });
    await sandbox.act({ type: 'open_home', as: ben });
    await sandbox.settled();

    const [first, second] = app.events();
    expect(first).toMatchObject({ type: 'app_home_opened', user: ben, tab: 'home' });
    expect(first).not.toHaveProperty('view');
    expect(second).toMatchObject({ tab: 'home', view: { type: 'home' } });
    expect(sandbox.snapshot(ben).home?.view).toMatchObject({ type: 'home' });
  });

  test('joining a channel is told to the one who joined', async () => {
    const app = opened(await startRecordingApp(sandbox));

    await clientOf(sandbox).conversations.join({ channel: 'C02GENERAL' });
    await sandbox.settled();

    expect(app.events()).toMatchObject([
      { type: 'member_joined_channel', user: sandbox.botUserId, channel: 'C02GENERAL' },
    ]);
  });

  test('an event is sent up to four times, always with the same id, until one is acknowledged', async () => {
    const app = opened(await startRecordingApp(sandbox, () => ({ status: 500 })));

    await say('hello');

    const ids = new Set(app.requests.map(({ payload }) => payload.event_id));
    expect(ids.size).toBe(1);
    expect(app.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
    ]);
    expect(app.requests[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(app.requests.every(({ isSigned }) => isSigned)).toBe(true);
  });

  test('what Slack repeats minutes later is not waited for', async () => {
    const patient = opened(await startTestSandbox({ timing: { eventRetryDelaysMs: [0, 60_000, 300_000] } }));
    const app = opened(await startRecordingApp(patient, () => ({ status: 500 })));

    await patient.act({ type: 'say', as: ben, channel: helpdeskChannel, text: 'hello' });
    await patient.settled();

    expect(app.requests).toHaveLength(2);
  });

  test('an app can refuse repetitions', async () => {
    const refusal = { status: 500, headers: { 'x-slack-no-retry': '1' } };
    const app = opened(await startRecordingApp(sandbox, () => refusal));

    await say('hello');

    expect(app.requests).toHaveLength(1);
  });

  test('an app that answers too late hears why the event comes again', async () => {
    const impatient = opened(
      await startTestSandbox({ timing: { ackDeadlineMs: 30, eventRetryDelaysMs: [0] } }),
    );
    const app = opened(await startRecordingApp(impatient, () => ({ hangs: true })));

    await impatient.act({ type: 'say', as: ben, channel: helpdeskChannel, text: 'hello' });
    await impatient.settled();

    expect(app.requests.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_timeout',
    ]);
  });

  test('url_verification is answered by whoever echoes the challenge', async () => {
    opened(await startRecordingApp(sandbox, ({ payload }) => ({ body: { challenge: payload.challenge } })));

    expect(await sandbox.verifyRequestUrl()).toBe(true);

    opened(await startRecordingApp(sandbox));
    expect(await sandbox.verifyRequestUrl()).toBe(false);
  });
});

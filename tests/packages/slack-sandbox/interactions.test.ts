import type { Sandbox, SandboxMessage, SlackJson } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { type Answer, type RecordingApp, startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });

describe('what people do with messages', () => {
  let sandbox: Sandbox;
  let app: RecordingApp;
  let answer: Answer;
  const opened = createOpened();

  beforeEach(async () => {
    answer = {};
    sandbox = opened(await startTestSandbox());
    app = opened(await startRecordingApp(sandbox, ({ kind }) => (kind === 'interaction' ? answer : {})));
  });

  const postCard = async (): Promise<string> => {
    const { ts = '' } = await clientOf(sandbox).chat.postMessage({
      channel: helpdeskChannel,
      text: 'Ticket #12',
      blocks: [
        {
          type: 'actions',
          block_id: 'card',
          elements: [
            { type: 'button', action_id: 'start', value: '12', text: plain('Start & go') },
            { type: 'static_select', action_id: 'category', options: [option('it'), option('facility')] },
          ],
        },
      ],
    });
    await sandbox.settled();
    return ts;
  };
  const click = (ts: string, action: SlackJson) =>
    sandbox.act({
      type: 'click',
      as: ben,
      source: { kind: 'message', channel: helpdeskChannel, ts },
      action,
      state: {},
    });
  const messages = (): SandboxMessage[] => sandbox.snapshot(ben).messages[helpdeskChannel] ?? [];
  const interaction = () => app.requests.findLast(({ kind }) => kind === 'interaction')?.payload ?? {};
  const respond = (body: SlackJson) =>
    fetch(String(interaction().response_url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('a button sends what it is, where it stands and what the message says', async () => {
    const ts = await postCard();

    expect(await click(ts, { action_id: 'start' })).toEqual({ ok: true });

    expect(interaction()).toMatchObject({
      type: 'block_actions',
      user: { id: ben, username: 'ben' },
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: helpdeskChannel,
        is_ephemeral: false,
      },
      channel: { id: helpdeskChannel, name: 'helpdesk' },
      message: { ts, text: 'Ticket #12', user: sandbox.botUserId },
      state: { values: { card: { category: { type: 'static_select', selected_option: null } } } },
      actions: [{ type: 'button', action_id: 'start', block_id: 'card', value: '12' }],
    });
    expect(JSON.stringify(interaction().message)).toContain('Start &amp; go');
  });

  test('a select sends the whole option that was chosen', async () => {
    const ts = await postCard();

    await click(ts, { action_id: 'category', selected_option: { value: 'it' } });

    expect(interaction()).toMatchObject({
      actions: [{ type: 'static_select', action_id: 'category', selected_option: option('it') }],
      state: { values: { card: { category: { selected_option: option('it') } } } },
    });
  });

  test('what is not on the message cannot be used', async () => {
    const ts = await postCard();

    expect(await click(ts, { action_id: 'gone' })).toEqual({
      ok: false,
      message: 'That button is not there any more.',
    });
    expect(await click(ts, { action_id: 'category', selected_option: { value: 'other' } })).toEqual({
      ok: false,
      message: 'That option is not offered.',
    });
    expect(await click('1.000000', { action_id: 'start' })).toEqual({
      ok: false,
      message: 'That message is gone.',
    });
  });

  test('an app that fails is named with its status', async () => {
    const ts = await postCard();
    answer = { status: 500 };

    expect(await click(ts, { action_id: 'start' })).toEqual({
      ok: false,
      message: 'This app responded with Status Code 500.',
    });
  });

  test('an app without interactivity hears nothing', async () => {
    const quiet = opened(await startTestSandbox({ isInteractive: false }));
    const { ts = '' } = await clientOf(quiet).chat.postMessage({
      channel: helpdeskChannel,
      blocks: [{ type: 'actions', elements: [{ type: 'button', action_id: 'a', text: plain('Go') }] }],
      text: 'x',
    });
    const source = { kind: 'message' as const, channel: helpdeskChannel, ts };

    const clicked = await quiet.act({
      type: 'click',
      as: ben,
      source,
      action: { action_id: 'a' },
      state: {},
    });

    expect(clicked).toEqual({
      ok: false,
      message: 'This app is not configured to handle interactive responses.',
    });
  });

  test('response_url replaces the message that was clicked', async () => {
    const ts = await postCard();
    await click(ts, { action_id: 'start' });

    await respond({ replace_original: true, text: 'Started by Ben' });

    expect(messages()).toMatchObject([{ ts, text: 'Started by Ben' }]);
    expect(messages()[0]).not.toHaveProperty('blocks');
  });

  test('response_url answers the person, the channel, or takes the message away', async () => {
    const ts = await postCard();
    await click(ts, { action_id: 'start' });

    await respond({ text: 'only you' });
    await respond({ text: 'in the thread', response_type: 'in_channel', thread_ts: ts });
    await respond({ delete_original: true });

    expect(sandbox.ephemerals(ben)).toMatchObject([{ text: 'only you' }]);
    expect(messages()).toMatchObject([
      { ts, subtype: 'tombstone' },
      { text: 'in the thread', thread_ts: ts },
    ]);
  });

  test('an ephemeral message can be clicked and replaced, but is not sent along', async () => {
    const channel = helpdeskChannel;
    const blocks = [
      {
        type: 'actions' as const,
        elements: [{ type: 'button' as const, action_id: 'ok', text: plain('OK') }],
      },
    ];
    const { message_ts = '' } = await clientOf(sandbox).chat.postEphemeral({
      channel,
      user: ben,
      text: 'x',
      blocks,
    });

    await click(message_ts, { action_id: 'ok' });
    await respond({ replace_original: true, text: 'done' });

    expect(interaction()).toMatchObject({ container: { is_ephemeral: true } });
    expect(interaction()).not.toHaveProperty('message');
    expect(sandbox.ephemerals(ben)).toMatchObject([{ ts: message_ts, text: 'done' }]);
  });

  test('a message shortcut brings the message, also where the app is no member', async () => {
    const said = await sandbox.act({
      type: 'say',
      as: ben,
      channel: 'C02GENERAL',
      text: 'The lift is stuck',
    });
    const ts = said.ok ? (said.ts ?? '') : '';

    const used = await sandbox.act({
      type: 'message_shortcut',
      as: ben,
      callbackId: 'ticket.from',
      channel: 'C02GENERAL',
      ts,
    });

    expect(used).toEqual({ ok: true });
    expect(interaction()).toMatchObject({
      type: 'message_action',
      callback_id: 'ticket.from',
      message_ts: ts,
      channel: { id: 'C02GENERAL', name: 'general' },
      message: { user: ben, text: 'The lift is stuck' },
    });
  });

  test('a global shortcut stands in no conversation', async () => {
    await sandbox.act({ type: 'global_shortcut', as: ben, callbackId: 'ticket.new' });

    expect(interaction()).toMatchObject({ type: 'shortcut', callback_id: 'ticket.new' });
    expect(interaction()).not.toHaveProperty('channel');
    expect(interaction()).not.toHaveProperty('response_url');
  });

  test('an external select asks the app for its options', async () => {
    const { ts = '' } = await clientOf(sandbox).chat.postMessage({
      channel: helpdeskChannel,
      text: 'x',
      blocks: [
        {
          type: 'actions',
          block_id: 'b',
          elements: [{ type: 'external_select', action_id: 'room', min_query_length: 2 }],
        },
      ],
    });
    const source = { kind: 'message' as const, channel: helpdeskChannel, ts };
    const ask = (value: string) =>
      sandbox.act({ type: 'suggest', as: ben, source, blockId: 'b', actionId: 'room', value });
    answer = { body: { options: [option('2.14')] } };

    expect(await ask('2')).toEqual({ ok: true, options: [] });
    expect(await ask('2.')).toEqual({ ok: true, options: [option('2.14')] });
    expect(interaction()).toMatchObject({ type: 'block_suggestion', action_id: 'room', value: '2.' });

    answer = { body: { options: [{ label: '2.14' }] } };
    expect(await ask('2.1')).toEqual({ ok: false, message: 'Could not load the options.' });
  });
});

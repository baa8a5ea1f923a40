import type { Sandbox, Trouble } from 'slack-sandbox';
import { beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createOpened } from './support/opened.ts';
import { startRecordingApp } from './support/recording-app.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

const ben = 'U05BEN';

describe('trouble on purpose', () => {
  let sandbox: Sandbox;
  const opened = createOpened();

  beforeEach(async () => {
    sandbox = opened(await startTestSandbox());
  });

  const post = (text = 'hi') => clientOf(sandbox).chat.postMessage({ channel: helpdeskChannel, text });
  const texts = () => (sandbox.snapshot(ben).messages[helpdeskChannel] ?? []).map(({ text }) => text);
  const say = async (text: string) => {
    await sandbox.act({ type: 'say', as: ben, channel: helpdeskChannel, text });
  };

  test('a lost answer means done, but nobody told the app', async () => {
    sandbox.trouble.set({ methods: { 'chat.postMessage': { kind: 'answer_lost', times: 1 } } });

    await expect(post('once')).rejects.toMatchObject({ code: 'slack_webapi_request_error' });

    expect(texts()).toEqual(['once']);
    await expect(post('twice')).resolves.toMatchObject({ ok: true });
  });

  test('an answer that hangs keeps the client waiting after the fact', async () => {
    sandbox.trouble.set({ methods: { '*': { kind: 'answer_hangs' } } });
    const patience = new AbortController();
    const call = fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}` },
      body: new URLSearchParams({ channel: helpdeskChannel, text: 'hung' }),
      signal: patience.signal,
    });

    await expect.poll(texts).toEqual(['hung']);
    patience.abort();

    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('a method can be rationed, broken or refused at will, for so many calls', async () => {
    const spoil = (trouble: Trouble['methods'][string]) =>
      sandbox.trouble.set({ methods: { 'chat.postMessage': { ...trouble, times: 1 } } });

    spoil({ kind: 'rate_limited', retryAfterSeconds: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    spoil({ kind: 'server_error' });
    await expect(post()).rejects.toMatchObject({ statusCode: 500 });
    spoil({ kind: 'error', error: 'is_archived' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'is_archived' } });

    expect(texts()).toEqual([]);
    expect(sandbox.trouble.get().methods).toEqual({});
  });

  test('an app that is down hears nothing until it is back', async () => {
    const app = opened(await startRecordingApp(sandbox));
    sandbox.trouble.set({ appDown: true });

    await say('lost');
    await sandbox.settled();
    expect(app.requests).toEqual([]);
    expect(sandbox.snapshot(ben).appReachable).toBe(false);

    sandbox.trouble.reset();
    await say('heard');
    await sandbox.settled();
    expect(app.events()).toMatchObject([{ text: 'heard' }]);
    expect(sandbox.snapshot(ben).appReachable).toBe(true);
  });

  test('a lost acknowledgement brings the event again', async () => {
    const app = opened(await startRecordingApp(sandbox));
    sandbox.trouble.set({ acksLost: true });

    await say('hello');
    await sandbox.settled();

    expect(app.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([
      undefined,
      '1',
      '2',
      '3',
    ]);
  });

  test('a slow app acts after Slack has given up', async () => {
    const impatient = opened(await startTestSandbox({ timing: { ackDeadlineMs: 20 } }));
    const app = opened(await startRecordingApp(impatient));
    impatient.trouble.set({ appDelayMs: 50 });

    const answer = await impatient.act({
      type: 'command',
      as: ben,
      channel: helpdeskChannel,
      command: '/ticket',
      text: '',
    });

    expect(answer).toEqual({ ok: false, message: '/ticket failed with the error "operation_timeout"' });
    await expect.poll(() => app.requests.length).toBe(1);
  });

  test('events can come twice, out of order, or not at all', async () => {
    const app = opened(await startRecordingApp(sandbox));
    const heard = () =>
      app
        .events()
        .splice(0)
        .map(({ text }) => text);

    sandbox.trouble.set({ duplicateEvents: true });
    await say('one');
    await sandbox.settled();
    expect(heard()).toEqual(['one', 'one']);
    expect(new Set(app.requests.map(({ payload }) => payload.event_id)).size).toBe(1);

    app.requests.length = 0;
    sandbox.trouble.set({ duplicateEvents: false, reorderEvents: true });
    await say('two');
    await say('three');
    await sandbox.settled();
    expect(heard()).toEqual(['three', 'two']);

    app.requests.length = 0;
    sandbox.trouble.set({ reorderEvents: false, dropEvents: true });
    await say('four');
    await sandbox.settled();
    expect(heard()).toEqual([]);
    expect(sandbox.traffic().at(-1)).toMatchObject({ status: 'failed', reason: 'dropped on purpose' });
  });

  test('the inspector turns trouble over HTTP; a switch that does not exist is refused', async () => {
    const turn = (body: object) =>
      fetch(`${sandbox.url}/sandbox/trouble`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });

    expect(await (await turn({ appDown: true })).json()).toMatchObject({ appDown: true, appDelayMs: 0 });
    expect((await turn({ appUp: true })).status).toBe(400);
    expect(sandbox.trouble.get().appDown).toBe(true);
  });
});

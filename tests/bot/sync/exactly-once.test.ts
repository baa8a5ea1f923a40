import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { ada, ben, openStage, type Stage } from './support/stage.ts';

describe('sync, when it is not sure', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await openStage({ timeoutMs: 300 });
  });
  afterEach(() => stage.close());

  const file = () =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada },
      { idempotencyKey: crypto.randomUUID() },
    );
  const start = (number: number) => stage.wires.client.changeTicket({ number, actor: ben, status: 'active' });
  const notices = async (number: number) =>
    (await stage.thread({ number, side: 'reporter' })).slice(1).map(({ text }) => text);

  test('posts nothing again after being killed between posting and acknowledging', async () => {
    const { number } = await file();
    await start(number);
    const first = stage.startWork();
    first.wires.cut.set('acknowledge', 'not-sent');
    await stage.sandbox.until(() => stage.posts().length === 4);
    first.wires.kill();
    await stage.clock.advance(31_000);

    await stage.startWork().work.settled();

    expect(stage.posts()).toHaveLength(4);
    expect(await notices(number)).toEqual(['Ben started work on ticket #1.']);
  });

  test('posts nothing again when the clock of the API was ahead of Slack’s', async () => {
    stage.api.clock.set(new Date(stage.clock.now() + 3_600_000).toISOString());
    const { number } = await file();
    await start(number);
    stage.api.clock.set(new Date(stage.clock.now()).toISOString());
    const first = stage.startWork();
    first.wires.cut.set('acknowledge', 'not-sent');
    await stage.sandbox.until(() => stage.posts().length === 4);
    first.wires.kill();
    await stage.clock.advance(31_000);

    await stage.startWork().work.settled();

    expect(stage.posts()).toHaveLength(4);
  });

  test('leaves no reply in the channel after being killed in a thread whose root is gone', async () => {
    const first = stage.startWork();
    const { number } = await file();
    await first.work.settled();
    const [card] = await stage.thread({ number, side: 'helpdesk' });
    await stage.wires.slack.chat.delete({ channel: helpdeskChannel, ts: card?.ts ?? '' });
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind: 'answer_hangs', times: 2 } } });
    const said = () => stage.posts().filter(({ text }) => text === 'Ada: My door code is 4711');
    await stage.wires.client.postMessage({ number, actor: ada, body: 'My door code is 4711' });
    await stage.sandbox.until(() => said().some(({ channel }) => channel === helpdeskChannel));
    first.wires.kill();
    await stage.clock.advance(31_000);

    await stage.startWork().work.settled();

    const [anew] = await stage.thread({ number, side: 'helpdesk' });
    const inChannel = said().filter(({ channel }) => channel === helpdeskChannel);
    expect(inChannel).toMatchObject([{ thread_ts: anew?.ts }]);
  });

  test('posts no card again after being killed before its place was stored', async () => {
    const { number } = await file();
    const first = stage.startWork();
    first.wires.cut.set('bindThread', 'not-sent');
    await stage.sandbox.until(() => stage.posts().length === 2);
    first.wires.kill();
    await start(number);
    await stage.clock.advance(31_000);

    await stage.startWork().work.settled();

    expect(stage.posts()).toHaveLength(4);
    expect((await stage.thread({ number, side: 'helpdesk' }))[0]?.text).toContain('Active');
    expect(await notices(number)).toEqual(['Ben started work on ticket #1.']);
  });

  test.each(['bindThread', 'acknowledge', 'rememberCopy', 'readSubject', 'readOutbox'] as const)(
    'shows everything once when the answer to %s is lost for a while',
    async method => {
      const { work, wires } = stage.startWork();
      wires.cut.set(method, 'answer-lost');
      const { number } = await file();
      await start(number);
      await stage.wires.client.postMessage({ number, actor: ben, body: 'Which room?' });
      await stage.clock.advance(5_000);
      wires.cut.clear();

      await work.settled();

      expect(stage.posts()).toHaveLength(6);
    },
  );

  test.each(['answer_lost', 'answer_hangs'] as const)(
    'looks for its post instead of repeating it after %s',
    async kind => {
      stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind, times: 2 } } });
      const { work } = stage.startWork();
      const { number } = await file();
      await work.settled();
      await start(number);

      await work.settled();

      expect(stage.posts()).toHaveLength(4);
      expect(await notices(number)).toEqual(['Ben started work on ticket #1.']);
    },
  );

  test.each([
    { kind: 'server_error' },
    { kind: 'error', error: 'internal_error' },
    { kind: 'error', error: 'ratelimited' },
  ] as const)('repeats a post that was not made after %o', async trouble => {
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { ...trouble, times: 3 } } });
    const { work } = stage.startWork();
    await file();

    await work.settled();

    expect(stage.posts()).toHaveLength(2);
  });

  /** What Slack commits of the newest post of the bot in a channel when it carries out an earlier call late. */
  const postLate = async (channel: string) => {
    const { slack } = stage.wires;
    const { messages = [] } = await slack.conversations.history({ channel, include_all_metadata: true });
    const [{ text = '', metadata } = {}] = messages;
    await slack.chat.postMessage({
      channel,
      text,
      metadata: { event_type: metadata?.event_type ?? '', event_payload: { ...metadata?.event_payload } },
    });
  };

  test('takes away a second post that Slack makes late, after an unclear outcome', async () => {
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind: 'server_error', times: 2 } } });
    const { work } = stage.startWork();
    await file();
    await work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await postLate(helpdeskChannel);
    expect(stage.posts()).toHaveLength(3);

    await stage.clock.advance(25_000);

    expect(stage.posts()).toHaveLength(2);
    expect(await stage.thread({ number: 1, side: 'helpdesk' })).toMatchObject([{ ts: card?.ts }]);
  });

  test('takes away a second post that Slack makes late for a bot it replaced', async () => {
    await file();
    const { work } = stage.startWork();
    await work.settled();
    await postLate(helpdeskChannel);

    await stage.clock.advance(25_000);

    expect(stage.posts()).toHaveLength(2);
  });

  test('looks for no second post when nothing was unclear', async () => {
    const { work } = stage.startWork();
    await file();
    await work.settled();
    await stage.clock.advance(25_000);
    await file();
    await work.settled();
    const looked = stage.calls('conversations.history');

    await stage.clock.advance(25_000);

    expect(stage.calls('conversations.history')).toBe(looked);
  });

  test('shows what happened while the API was away', async () => {
    const { work, wires } = stage.startWork();
    const { number } = await file();
    await work.settled();
    wires.cut.set('readOutbox', 'not-sent').set('takeLease', 'not-sent').set('readSubject', 'not-sent');
    await start(number);
    await stage.clock.advance(60_000);
    expect(await notices(number)).toEqual([]);

    wires.cut.clear();
    await stage.clock.advance(40_000);
    await work.settled();

    expect(await notices(number)).toEqual(['Ben started work on ticket #1.']);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { ada, ben, liam, openStage, type Process, type Stage } from './support/stage.ts';

describe('sync, when Slack refuses', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
  });
  afterEach(() => stage.close());

  const file = (filing: object = {}) =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada, ...filing },
      { idempotencyKey: crypto.randomUUID() },
    );
  const refuse = (method: string, error: string, times?: number) =>
    stage.sandbox.trouble.set({ methods: { [method]: { kind: 'error', error, ...(times && { times }) } } });
  const failures = async () => {
    const rows = await stage.api.db.query.events.findMany({ columns: { id: true, failure: true } });
    return Object.fromEntries(rows.flatMap(({ id, failure }) => (failure === null ? [] : [[id, failure]])));
  };

  test('waits Retry-After for that method only', async () => {
    await file();
    await process.work.settled();
    const begun = stage.clock.now();
    stage.sandbox.trouble.set({
      methods: { 'chat.postMessage': { kind: 'rate_limited', retryAfterSeconds: 20, times: 1 } },
    });
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await stage.sandbox.until(() => stage.calls('chat.update') === 2);
    expect(stage.clock.now() - begun).toBeLessThan(20_000);

    await process.work.settled();

    expect(stage.clock.now() - begun).toBeGreaterThanOrEqual(20_000);
    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(2);
  });

  test('records what can never be shown, tells the operator once, and goes on with other tickets', async () => {
    refuse('conversations.open', 'user_disabled', 2);
    await file();
    await process.work.settled();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, location: 'Library' });
    await process.work.settled();
    await file({ actor: liam });

    await process.work.settled();

    expect(await failures()).toEqual({ 1: 'user_disabled', 2: 'user_disabled' });
    expect(stage.errors).toMatchObject([{ reason: 'user_disabled', where: 'DM with U01ADA', ticket: 1 }]);
    expect(await stage.thread({ number: 1, side: 'helpdesk' })).toHaveLength(1);
    expect(await stage.thread({ number: 2, side: 'reporter' })).toHaveLength(1);
  });

  test('posts the missing card at the next step once the channel is there again', async () => {
    refuse('chat.postMessage', 'is_archived');
    await file();
    await process.work.settled();
    expect(stage.errors[0]).toMatchObject({ advice: expect.stringContaining('HELPDESK_CHANNEL') });
    stage.sandbox.trouble.reset();

    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await process.work.settled();

    expect((await stage.thread({ number: 1, side: 'helpdesk' }))[0]?.text).toContain('Active');
    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(2);
  });

  test('shows what Slack refused once a post works there again, each part once', async () => {
    refuse('chat.postMessage', 'not_in_channel');
    await file();
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Hello?' });
    await process.work.settled();
    expect(await stage.wires.client.listRefused()).toMatchObject({
      refused: [{ reason: 'not_in_channel', where: helpdeskChannel, count: 2 }],
    });
    stage.sandbox.trouble.reset();

    await file({ actor: liam });
    await process.work.settled();
    await process.work.settled();

    const texts = (await stage.thread({ number: 1, side: 'helpdesk' })).map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining('#1'), 'Ada: Hello?']);
    const reporter = (await stage.thread({ number: 1, side: 'reporter' })).map(({ text }) => text);
    expect(reporter).toEqual([expect.stringContaining('#1'), 'Ada: Hello?']);
    expect(await stage.wires.client.listRefused()).toEqual({ refused: [] });
    expect(await failures()).toEqual({});
  });

  test('shows what Slack refused in direct messages once they are open again', async () => {
    refuse('conversations.open', 'user_disabled', 1);
    await file();
    await process.work.settled();

    await file();
    await process.work.settled();
    await process.work.settled();

    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(1);
    expect(await stage.wires.client.listRefused()).toEqual({ refused: [] });
  });

  test('shows an edit that Slack refused once a post works in the channel of the copy again', async () => {
    await file();
    const { id } = await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Helo?' });
    await process.work.settled();
    refuse('chat.update', 'is_archived');
    await stage.wires.client.editMessage({ id, actor: ada, body: 'Hello?' });
    await process.work.settled();
    const { refused } = await stage.wires.client.listRefused();
    stage.sandbox.trouble.reset();

    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Anybody there?' });
    await process.work.settled();
    await process.work.settled();

    expect(refused).toMatchObject([{ reason: 'is_archived', where: helpdeskChannel, count: 1 }]);
    const texts = (await stage.thread({ number: 1, side: 'helpdesk' })).map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining('#1'), 'Ada: Hello?', 'Ada: Anybody there?']);
  });

  test('what can be read, but takes no posts, is told of once and left in peace', async () => {
    await file();
    await process.work.settled();
    refuse('chat.postMessage', 'is_archived');
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Hello?' });
    await process.work.settled();
    const tried = stage.calls('chat.postMessage');

    await stage.clock.advance(15 * 60_000 + 1000);
    await process.work.settled();

    expect(stage.errors).toMatchObject([{ reason: 'is_archived', where: helpdeskChannel }]);
    expect(stage.calls('chat.postMessage')).toBe(tried);
  });

  test('shows what Slack refused after a restart, and when /ticket sync asks', async () => {
    refuse('chat.postMessage', 'is_archived');
    await file();
    await file({ actor: liam });
    await process.work.settled();
    stage.sandbox.trouble.reset();

    await process.work.catchUp(2);
    await process.work.settled();
    expect(await stage.thread({ number: 2, side: 'helpdesk' })).toHaveLength(1);
    await process.work.stop();
    await stage.startWork().work.settled();

    expect(await stage.thread({ number: 1, side: 'helpdesk' })).toHaveLength(1);
    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(1);
  });

  test('posts a card anew that somebody deleted, and works on under it', async () => {
    await file();
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.changeTicket({ number: 1, actor: ada, location: 'Library' });
    await process.work.settled();

    const thread = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(thread.map(({ text }) => text)).toEqual([
      expect.stringContaining('Library'),
      'Ada edited the location of ticket #1.',
    ]);
  });

  test('posts a message under a new card when its thread is gone', async () => {
    await file();
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Hello?' });
    await process.work.settled();

    const thread = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(thread.map(({ text }) => text)).toEqual([expect.stringContaining('#1'), 'Ada: Hello?']);
  });

  test('the thread of a deleted card says where it went', async () => {
    await file();
    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'Hello?' });
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.changeTicket({ number: 1, actor: ben, location: 'Library' });
    await process.work.settled();

    const former = stage.posts().filter(({ thread_ts }) => thread_ts === card?.ts);
    expect(former.map(({ text }) => text)).toEqual(['Ada: Hello?', 'Ticket #1 goes on in a new thread.']);
    const [anew] = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(anew?.ts).not.toBe(card?.ts);
    expect(JSON.stringify(former[1]?.blocks)).toContain(`p${anew?.ts.replace('.', '')}`);
  });

  test.each(['cant_update_message', 'edit_window_closed'])(
    'a card that cannot be changed (%s) is not doubled; the new state is said under it',
    async error => {
      await file();
      await process.work.settled();
      refuse('chat.update', error);

      await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
      await process.work.settled();

      const thread = await stage.thread({ number: 1, side: 'helpdesk' });
      expect(thread.map(({ text }) => text)).toEqual([
        expect.stringContaining('Open'),
        expect.stringContaining('Active'),
        expect.stringContaining('is yours'),
      ]);
      const roots = stage.posts().filter(({ ts, thread_ts }) => thread_ts === undefined || thread_ts === ts);
      expect(roots).toHaveLength(2);
      expect(await failures()).toEqual({});
    },
  );

  test('what was deleted does not stay in a copy that cannot be changed any more', async () => {
    await file();
    const { id } = await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'My code is 4711' });
    await process.work.settled();
    refuse('chat.update', 'edit_window_closed');

    await stage.wires.client.deleteMessage({ id, actor: ada });
    await process.work.settled();

    expect(JSON.stringify(stage.posts())).not.toContain('4711');
    expect(await failures()).toEqual({});
  });

  test('a reply that Slack posted to the channel for all to read is deleted', async () => {
    await file();
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'My door code is 4711' });
    await process.work.settled();

    const inChannel = stage.posts().filter(({ channel }) => channel === helpdeskChannel);
    expect(inChannel.map(({ text, thread_ts }) => ({ text, isReply: thread_ts !== undefined }))).toEqual([
      { text: expect.stringContaining('#1'), isReply: true },
      { text: 'Ada: My door code is 4711', isReply: true },
    ]);
    expect(stage.calls('chat.delete')).toBe(2);
  });

  test('a reply that Slack posted to the channel is deleted although the answer to it was lost', async () => {
    await file();
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });
    stage.sandbox.trouble.set({ methods: { 'chat.postMessage': { kind: 'answer_lost', times: 1 } } });

    await stage.wires.client.postMessage({ number: 1, actor: ada, body: 'My door code is 4711' });
    await process.work.settled();

    const inChannel = stage.posts().filter(({ channel }) => channel === helpdeskChannel);
    expect(inChannel.map(({ text, thread_ts }) => ({ text, isReply: thread_ts !== undefined }))).toEqual([
      { text: expect.stringContaining('#1'), isReply: true },
      { text: 'Ada: My door code is 4711', isReply: true },
    ]);
  });

  test('the assignee is mentioned in the new thread too, where they have written nothing yet', async () => {
    await file();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await stage.wires.client.changeTicket({ number: 1, actor: ada, location: 'Library' });
    await process.work.settled();

    const thread = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(thread.map(({ text }) => text)).toEqual([
      expect.stringContaining('Library'),
      '<@U05BEN>: Ticket #1 is yours.',
      'Ada edited the location of ticket #1.',
    ]);
  });

  test('stops on a bad token, says so once, and goes on when the token works again', async () => {
    refuse('*', 'invalid_auth', 3);
    await file();
    await file();

    await process.work.settled();

    expect(stage.errors).toMatchObject([{ reason: 'invalid_auth', advice: 'Check SLACK_BOT_TOKEN.' }]);
    expect(stage.posts()).toHaveLength(4);
    expect(process.work.isReady()).toBe(true);
  });

  test('says so again when the token is refused another time', async () => {
    for (const actor of [ada, liam]) {
      refuse('*', 'invalid_auth', 3);
      await file({ actor });
      await process.work.settled();
    }

    expect(stage.errors).toMatchObject([{ reason: 'invalid_auth' }, { reason: 'invalid_auth' }]);
  });

  test('leaves out the thread of an earlier ticket that is gone', async () => {
    const as = (role: 'user' | 'helpdesk') => ({ ...ben, role });
    await file({ actor: as('user') });
    for (const status of ['active', 'closed'] as const)
      await stage.wires.client.changeTicket({ number: 1, actor: as('helpdesk'), status });
    await process.work.settled();
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    await process.wires.slack.chat.delete({ channel: card?.channel ?? '', ts: card?.ts ?? '' });

    await file({ actor: as('user'), followUpOf: 1 });
    await process.work.settled();

    expect(stage.errors).toEqual([]);
    expect(await stage.wires.client.listRefused()).toEqual({ refused: [] });
    const reporter = (await stage.thread({ number: 1, side: 'reporter' })).map(({ text }) => text);
    expect(reporter.at(-1)).toBe('Ticket #2 follows up on ticket #1.');
  });

  test('gives up what is no message at all, with its reason', async () => {
    refuse('chat.update', 'invalid_blocks', 2);
    await file();
    await process.work.settled();

    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await process.work.settled();

    expect(await failures()).toEqual({ 2: 'invalid_blocks' });
    expect(await stage.thread({ number: 1, side: 'reporter' })).toHaveLength(2);
  });

  test('one event that cannot be shown takes none of its neighbours with it', async () => {
    await file();
    await process.work.settled();
    await process.work.stop();
    const say = (body: string) => stage.wires.client.postMessage({ number: 1, actor: ada, body });
    await say('Hello?');
    const broken = await say('Broken');
    await say('Anybody there?');

    const next = stage.startWork();
    const { readSubject } = next.wires.client;
    next.wires.client.readSubject = query =>
      query.messageIds?.includes(broken.id) ? Promise.reject(new Error('unreadable')) : readSubject(query);
    await next.work.settled();

    const thread = await stage.thread({ number: 1, side: 'helpdesk' });
    expect(thread.slice(1).map(({ text }) => text)).toEqual(['Ada: Hello?', 'Ada: Anybody there?']);
    expect(await failures()).toEqual({ 3: 'internal: unreadable' });
  });
});

describe('sync, under the rates of Slack', () => {
  test('posts a rush of tickets without being asked to wait, other channels unhindered', async () => {
    const stage = await openStage({ rateLimits: true });
    const { work } = stage.startWork();
    for (let count = 0; count < 12; count += 1)
      await stage.wires.client.fileTicket(
        { description: `No WiFi ${count}`, actor: count % 2 === 0 ? ada : liam },
        { idempotencyKey: crypto.randomUUID() },
      );

    await work.settled();

    expect(stage.posts()).toHaveLength(24);
    const limited = stage.sandbox
      .traffic()
      .filter(({ reason }) => reason.includes('429') || reason === 'ratelimited');
    expect(limited).toEqual([]);
    await stage.close();
  });
});

import { AppError, type ThreadSide } from '@campus-desk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { answerAt } from '../../support/answers.ts';
import { ada, ben, openStage, type Process, type Stage } from '../sync/support/stage.ts';

// No app listens to the sandbox here, so nothing that people write is ever delivered.
describe('catching up', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
    await stage.wires.client.fileTicket({ description: 'No WiFi', actor: ada }, { idempotencyKey: 'one' });
    await process.work.settled();
  });
  afterEach(() => stage.close());

  const say = async (side: ThreadSide, text: string) => {
    const [card] = await stage.thread({ number: 1, side });
    const { channel = '', ts: threadTs = '' } = card ?? {};
    const as = side === 'helpdesk' ? ben.id : ada.id;
    const said = await stage.sandbox.act({ type: 'say', as, channel, threadTs, text });
    return { as, channel, ts: said.ok ? (said.ts ?? '') : '' };
  };
  const stored = async () => {
    const { messages } = await stage.wires.client.listMessages({ number: 1 });
    return messages.map(({ actor, body, deletedAt }) => [
      `${actor.name}, ${actor.role}`,
      deletedAt === null ? body : null,
    ]);
  };
  const texts = async (side: ThreadSide) =>
    (await stage.thread({ number: 1, side })).slice(1).map(({ text }) => text);

  test('stores what was missed in both threads, and shows it on the other side', async () => {
    await say('helpdesk', 'Which room?');
    await say('reporter', 'Room 2.14 & the hall');

    expect(await process.work.catchUp(1)).toEqual({ recovered: 2 });
    await process.work.settled();

    expect(await stored()).toEqual(
      [
        ['Ben Hartmann', 'helpdesk', 'Which room?'],
        ['Ada Okafor', 'user', 'Room 2.14 & the hall'],
      ].map(([name, role, body]) => [`${name}, ${role}`, body]),
    );
    expect(await texts('reporter')).toEqual(['Room 2.14 &amp; the hall', 'Ben Hartmann: Which room?']);
    expect(await process.work.catchUp(1)).toEqual({ recovered: 0 });
  });

  test('stores the edits and deletions that were missed', async () => {
    const kept = await say('helpdesk', 'Which rom?');
    const gone = await say('helpdesk', 'Never mind');
    await process.work.catchUp(1);
    await stage.clock.advance(1_000);
    await stage.sandbox.act({ type: 'edit', ...kept, text: 'Which room?' });
    await stage.sandbox.act({ type: 'delete', ...gone });

    expect(await process.work.catchUp(1)).toEqual({ recovered: 2 });
    await process.work.settled();

    expect(await stored()).toEqual([
      ['Ben Hartmann, helpdesk', 'Which room?'],
      ['Ben Hartmann, helpdesk', null],
    ]);
    expect(await texts('reporter')).toEqual(['Ben Hartmann: Which room?', 'Ben Hartmann: (message deleted)']);
  });

  test('stores what the thread of a reply that became a ticket began with, and its edit', async () => {
    const inChannel = { as: ben.id, channel: helpdeskChannel };
    const say = async (text: string, threadTs?: string) => {
      const said = await stage.sandbox.act({
        type: 'say',
        ...inChannel,
        text,
        ...(threadTs && { threadTs }),
      });
      return said.ok ? (said.ts ?? '') : '';
    };
    const root = await say('Is the lft ok?');
    const message_ts = await say('It is stuck', root);
    const { permalink = '' } = await process.wires.slack.chat.getPermalink({
      channel: helpdeskChannel,
      message_ts,
    });
    await stage.wires.client.fileTicket(
      { description: 'It is stuck', actor: ada, source: { permalink } },
      { idempotencyKey: 'two' },
    );
    await process.work.settled();

    const first = await process.work.catchUp(2);
    await stage.clock.advance(1_000);
    await stage.sandbox.act({ type: 'edit', ...inChannel, ts: root, text: 'Is the lift ok?' });
    const second = await process.work.catchUp(2);

    expect([first, second]).toEqual([{ recovered: 1 }, { recovered: 1 }]);
    const { messages } = await stage.wires.client.listMessages({ number: 2 });
    expect(messages.map(({ body }) => body)).toEqual(['Is the lift ok?']);
  });

  test('reads every page of a long thread', async () => {
    const [card] = await stage.thread({ number: 1, side: 'reporter' });
    const { channel = '', ts: thread_ts = '' } = card ?? {};
    const post = (text: string) => stage.wires.slack.chat.postMessage({ channel, thread_ts, text });
    await Promise.all(Array.from({ length: 205 }, (_, count) => post(`line ${count}`)));
    await say('reporter', 'the last one');

    expect(await process.work.catchUp(1)).toEqual({ recovered: 1 });
  });

  test('happens by itself when a process takes over', async () => {
    await process.work.stop();
    await say('reporter', 'Anybody there?');

    await stage.startWork().work.settled();

    expect(await texts('helpdesk')).toEqual(['Ada Okafor: Anybody there?']);
  });

  test('names the people whom a forwarded message mentions', async () => {
    const [card] = await stage.thread({ number: 1, side: 'reporter' });
    const forwarded = {
      type: 'message',
      user: ada.id,
      ts: '1763802000.000100',
      thread_ts: card?.ts,
      text: '',
      attachments: [{ is_share: true, text: 'Ask <@U05BEN> about it', fallback: 'Ask <@U05BEN> about it' }],
    };
    answerAt(new URL(stage.sandbox.apiUrl).origin, { allowUnmocked: true })
      .post('/api/conversations.replies', body => body.ts === card?.ts)
      .reply(200, { ok: true, messages: [{ ...card, type: 'message' }, forwarded] });

    await process.work.catchUp(1);

    expect(await stored()).toEqual([['Ada Okafor, user', 'Ask @Ben Hartmann about it']]);
  });

  test('takes nobody of another workspace for helpdesk', async () => {
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    const said = { type: 'message', thread_ts: card?.ts, text: 'Which room?' };
    const stranger = { ...said, user: 'U99OTTO', team: 'T99', ts: '1763802000.000100' };
    const colleague = { ...said, user: ben.id, team: 'T01', ts: '1763802000.000200' };
    answerAt(new URL(stage.sandbox.apiUrl).origin, { allowUnmocked: true })
      .post('/api/conversations.replies', body => body.ts === card?.ts)
      .reply(200, { ok: true, messages: [{ ...card, type: 'message' }, stranger, colleague] });

    await process.work.catchUp(1);

    expect(await stored()).toEqual([['Ben Hartmann, helpdesk', 'Which room?']]);
  });

  test('one message that cannot be stored is passed by, and the others are stored', async () => {
    await process.work.stop();
    await say('reporter', 'first');
    const odd = await say('reporter', 'odd');
    await say('helpdesk', 'last');

    const next = stage.startWork();
    const { postMessage } = next.wires.client;
    next.wires.client.postMessage = async (message, ...rest) => {
      if (message.origin?.ts !== odd.ts) return postMessage(message, ...rest);
      throw new AppError({ code: 'validation_failed', message: 'Not like this.' });
    };
    await next.work.settled();

    const bodies = (await stored()).map(([, body]) => body);
    expect(bodies.toSorted()).toEqual(['first', 'last']);
  });

  test('happens as a routine every quarter of an hour, for what no delivery brought', async () => {
    await say('reporter', 'Anybody there?');
    await stage.clock.advance(14 * 60_000);
    expect(await stored()).toEqual([]);

    await stage.clock.advance(2 * 60_000);
    await process.work.settled();

    expect(await texts('helpdesk')).toEqual(['Ada Okafor: Anybody there?']);
  });

  test('finds what is written under a card that was posted anew elsewhere', async () => {
    await say('helpdesk', 'Which room?');
    const [card] = await stage.thread({ number: 1, side: 'helpdesk' });
    const { channel = '', ts = '' } = card ?? {};
    await process.wires.slack.chat.delete({ channel, ts });
    await stage.wires.client.changeTicket({ number: 1, actor: ada, location: 'Library' });
    await process.work.settled();
    const under = { as: ben.id, channel, threadTs: ts };

    await stage.sandbox.act({ type: 'say', ...under, text: 'I am on my way' });
    await process.work.stop();
    const next = stage.startWork();
    await next.work.settled();
    await stage.sandbox.act({ type: 'say', ...under, text: 'Done' });
    const asked = await next.work.catchUp(1);
    await next.work.settled();

    expect(asked).toEqual({ recovered: 1 });
    const shown = (await texts('reporter')).filter(text => text.startsWith('Ben'));
    expect(shown).toEqual(
      ['Ben Hartmann: Which room?', 'Ben Hartmann: I am on my way', 'Ben Hartmann: Done'].map(text =>
        expect.stringContaining(text),
      ),
    );
  });

  test('reads twenty threads a minute as a routine, and once however often a socket comes back', async () => {
    const { client } = stage.wires;
    for (const key of ['two', 'three'])
      await client.fileTicket({ description: 'Lamp', actor: ada }, { idempotencyKey: key });
    await process.work.settled();
    for (const number of [1, 2, 3]) {
      const [card] = await stage.thread({ number, side: 'reporter' });
      const { channel = '', ts: threadTs = '' } = card ?? {};
      await stage.sandbox.act({ type: 'say', as: ada.id, channel, threadTs, text: 'Anybody there?' });
    }
    const before = stage.calls('conversations.replies');
    const read = () => stage.calls('conversations.replies') - before;

    for (let times = 0; times < 5; times += 1) process.work.catchUpSoon();
    await stage.clock.advance(2_000);
    const atOnce = read();
    await stage.clock.advance(2_000);
    const first = read();
    await stage.clock.advance(60_000);

    expect([atOnce, first, read()]).toEqual([0, 1, 3]);
  });

  test('names those whose name was not known when they acted, also on their card', async () => {
    const unnamed = { id: ada.id, name: ada.id, role: 'user' } as const;
    await stage.wires.client.fileTicket({ description: 'Lamp', actor: unnamed }, { idempotencyKey: 'lamp' });
    await process.work.settled();

    await process.work.stop();
    await stage.startWork().work.settled();

    const { reporter } = await stage.wires.client.getTicket({ number: 2, role: 'user' });
    expect(reporter.name).toBe('Ada Okafor');
    const [card] = await stage.thread({ number: 2, side: 'helpdesk' });
    expect(card?.text).toContain('reported by Ada Okafor');
  });

  test('reads only the threads that changed since the last time', async () => {
    for (let count = 2; count <= 40; count += 1)
      await stage.wires.client.fileTicket(
        { description: `Lamp ${count}`, actor: ada },
        { idempotencyKey: `lamp ${count}` },
      );
    await process.work.settled();
    await say('reporter', 'Anybody there?');
    const before = stage.calls('conversations.replies');

    await process.work.stop();
    await stage.startWork().work.settled();

    expect(await texts('helpdesk')).toEqual(['Ada Okafor: Anybody there?']);
    expect(stage.calls('conversations.replies') - before).toBeLessThanOrEqual(4);
  });

  test('finds the deletion of the only message of a thread when a process takes over', async () => {
    const only = await say('reporter', 'Never mind');
    await process.work.catchUp(1);
    await process.work.stop();
    await stage.sandbox.act({ type: 'delete', ...only });

    await stage.startWork().work.settled();

    expect(await stored()).toEqual([['Ada Okafor, user', null]]);
  });

  test('takes nothing for a deletion when the root of the thread is gone too', async () => {
    const kept = await say('helpdesk', 'Which room?');
    const root = (await stage.thread({ number: 1, side: 'helpdesk' }))[0];
    await process.work.catchUp(1);
    const answer = { ...root, type: 'message', subtype: 'tombstone', text: 'This message was deleted.' };
    answerAt(new URL(stage.sandbox.apiUrl).origin, { allowUnmocked: true })
      .post('/api/conversations.replies', body => body.ts === root?.ts)
      .reply(200, { ok: true, messages: [answer] })
      .post('/api/conversations.replies', body => body.ts === kept.ts)
      .reply(200, { ok: false, error: 'thread_not_found' });

    expect(await process.work.catchUp(1)).toEqual({ recovered: 0 });

    expect(await stored()).toEqual([['Ben Hartmann, helpdesk', 'Which room?']]);
  });

  test('leaves out closed tickets and threads that Slack does not show', async () => {
    await process.work.stop();
    await stage.wires.client.changeTicket({ number: 1, actor: ben, status: 'active' });
    await say('reporter', 'Anybody there?');
    stage.sandbox.trouble.set({
      methods: { 'conversations.replies': { kind: 'error', error: 'not_in_channel' } },
    });

    await stage.startWork().work.settled();

    expect(await stored()).toEqual([]);
  });
});

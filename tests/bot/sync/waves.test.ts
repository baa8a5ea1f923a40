import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { eventually } from '../../support/eventually.ts';
import { ben, liam, openStage, type Stage } from './support/stage.ts';

const title = 'Several people report the same';
const words = [
  'No wifi in the library since this morning',
  'The wifi of the library is down',
  'wifi in the library does not work',
  'Library: the wifi is dead <!channel>',
  'No wifi at all in the library',
];
const people = ['U01ADA', 'U02LIAM', 'U03MEI', 'U04ROSA', 'U06CHLOE'];

describe('sync, when several people report the same', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage({ timeoutMs: 300, helpdeskChannels: { it: 'C0IT' } });
  });
  afterEach(() => stage.close());

  const report = (at: number) =>
    stage.wires.client.fileTicket(
      { description: words[at] ?? '', actor: { id: people[at] ?? '', name: `Reporter ${at}`, role: 'user' } },
      { idempotencyKey: crypto.randomUUID() },
    );
  const outbox = async () => (await stage.wires.client.readOutbox({})).events.map(({ type }) => type);
  const wave = () => stage.wires.client.getWave({ id: 1 });
  const told = () => stage.posts().filter(({ text }) => text.startsWith(title));
  const reportFour = async () => {
    for (const at of [0, 1, 2, 3]) await report(at);
    await eventually(async () => expect(await outbox()).toContain('wave.found'));
  };

  test('tells helpdesk once, in the channel of the category, without a ping', async () => {
    await reportFour();

    await stage.startWork().work.settled();

    expect(told()).toMatchObject([{ channel: 'C0IT', text: `${title}: ${words[0]}` }]);
    const blocks = JSON.stringify(told()[0]?.blocks);
    for (const shown of ['4 people', '#1 · ', '#4 · Library: the wifi is dead <!channel>', 'Group them'])
      expect(blocks).toContain(shown);
    expect((await wave()).message).toEqual({
      channel: 'C0IT',
      ts: told()[0]?.ts,
    });
  });

  test.each(['not-sent', 'answer-lost'] as const)(
    'tells it once also where remembering that is %s, and the bot is killed of it',
    async fault => {
      await reportFour();
      const first = stage.startWork();
      first.wires.cut.set('tellWave', fault).set('acknowledge', fault);
      await stage.sandbox.until(() => told().length > 0);
      first.wires.kill();
      await stage.clock.advance(31_000);

      await stage.startWork().work.settled();

      expect(told()).toHaveLength(1);
      expect((await wave()).message?.ts).toBe(told()[0]?.ts);
    },
  );

  test.each([
    { when: 'the post was done', cut: 'tellWave', channel: 'C0IT' },
    { when: 'the post was not done', cut: 'beginTellingWave', channel: helpdeskChannel },
  ] as const)(
    'tells it once also where its channel becomes another one and $when',
    async ({ cut, channel }) => {
      await reportFour();
      const first = stage.startWork();
      first.wires.cut
        .set(cut, cut === 'tellWave' ? 'not-sent' : 'answer-lost')
        .set('acknowledge', 'not-sent');
      if (cut === 'tellWave') await stage.sandbox.until(() => told().length > 0);
      else await eventually(async () => expect((await wave()).postingTo).toBe('C0IT'));
      first.wires.kill();
      await stage.wires.client.changeTicket({ number: 1, actor: ben, category: 'service' });
      await stage.clock.advance(31_000);

      await stage.startWork().work.settled();

      expect(told().map(one => one.channel)).toEqual([channel]);
      expect((await wave()).message).toEqual({ channel, ts: told()[0]?.ts });
    },
  );

  test('keeps the message up to date: who reports it later, and that they are grouped', async () => {
    await reportFour();
    const { work } = stage.startWork();
    await work.settled();

    await report(4);
    await eventually(async () => expect((await wave()).people).toBe(5));
    await work.settled();
    expect(JSON.stringify(told()[0]?.blocks)).toContain('5 people');
    await stage.wires.client.groupWave({ id: 1, actor: ben });
    await work.settled();

    expect(told()).toHaveLength(1);
    expect(JSON.stringify(told()[0]?.blocks)).toContain('the others are duplicates of ticket #1');
    expect(JSON.stringify(told()[0]?.blocks)).not.toContain('Group them');
  });

  test('keeps no other ticket from showing at once what is done with it, while many are grouped', async () => {
    await reportFour();
    for (let more = 0; more < 6; more += 1) await report(more % 4);
    const { client } = stage.wires;
    const { number } = await client.fileTicket(
      { description: 'The lift is stuck', actor: liam },
      { idempotencyKey: crypto.randomUUID() },
    );
    await eventually(async () => expect((await wave()).numbers).toHaveLength(10));
    await stage.startWork().work.settled();
    await stage.clock.advance(60_000);
    const isActive = ({ text }: { text: string }) =>
      text.startsWith(`Ticket #${number}`) && text.includes('Active');
    const grouping = async () => {
      await client.groupWave({ id: 1, actor: ben });
      await stage.sandbox.until(() => stage.calls('chat.update') > 0);
      await client.changeTicket({ number, actor: ben, status: 'active' });
      await stage.sandbox.until(() => stage.posts().filter(isActive).length === 2);
    };

    await stage.clock.during(grouping());

    expect(stage.calls('chat.update')).toBeLessThan(15);
  });

  test('leaves the message where it stands when its first ticket goes to another channel', async () => {
    await reportFour();
    const { work } = stage.startWork();
    await work.settled();

    await stage.wires.client.changeTicket({ number: 1, actor: ben, category: 'service' });
    await work.settled();

    expect(told().map(({ channel }) => channel)).toEqual(['C0IT']);
  });

  test('shows the words of every ticket as they are, also where the tickets are closed from the first on', async () => {
    await reportFour();
    const { work } = stage.startWork();
    await work.settled();
    const { client } = stage.wires;

    const mei = { id: 'U03MEI', name: 'Reporter 2', role: 'user' } as const;
    await client.changeTicket({ number: 3, actor: mei, description: 'The wifi, without my password' });
    await work.settled();
    const shown = JSON.stringify(told()[0]?.blocks);
    expect(shown).toContain('#3 · The wifi, without my password');
    expect(shown).not.toContain(words[2]);

    for (const number of [1, 2, 3, 4])
      for (const status of ['active', 'closed'] as const)
        await client.changeTicket({ number, actor: ben, status });
    await work.settled();
    expect(JSON.stringify(told()[0]?.blocks)).toContain('All of these tickets are closed.');
  });

  test('goes on where Slack does not let the message change any more', async () => {
    await reportFour();
    const { work } = stage.startWork();
    await work.settled();
    stage.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'error', error: 'edit_window_closed' } },
    });

    await report(4);
    await eventually(async () => expect((await wave()).people).toBe(5));
    await work.settled();

    expect(stage.errors).toEqual([]);
  });

  test('leaves a message deleted that somebody deleted', async () => {
    await reportFour();
    const { work } = stage.startWork();
    await work.settled();
    const [message] = told();
    await stage.wires.slack.chat.delete({ channel: message?.channel ?? '', ts: message?.ts ?? '' });

    await report(4);
    await eventually(async () => expect((await wave()).people).toBe(5));
    await work.settled();

    expect(told()).toEqual([]);
    expect(stage.errors).toEqual([]);
  });
});

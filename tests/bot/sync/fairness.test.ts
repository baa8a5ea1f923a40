import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { ada, ben, liam, openStage, type Process, type Stage } from './support/stage.ts';

describe('sync, while a channel takes no more posts', () => {
  let stage: Stage;
  let process: Process;

  beforeEach(async () => {
    stage = await openStage();
    process = stage.startWork();
  });
  afterEach(() => stage.close());

  const file = (actor = ada) =>
    stage.wires.client.fileTicket({ description: 'No WiFi', actor }, { idempotencyKey: crypto.randomUUID() });
  const change = (number: number, change: { status: 'active' | 'closed' } | { location: string }) =>
    stage.wires.client.changeTicket({ number, actor: ben, ...change });
  const inChannel = () => stage.posts().filter(({ channel }) => channel === helpdeskChannel);
  const stands = (words: string) => stage.posts().some(({ text }) => text.includes(words));
  const until = (condition: () => boolean) => stage.sandbox.until(condition);

  /** While no time passes the channel takes three cards, and no more. */
  const fillChannel = async (cards: number) => {
    for (let filed = 0; filed < cards; filed += 1) await file();
    await until(() => inChannel().length >= 3);
  };

  test('a step on another ticket reaches its reporter at once, card and line', async () => {
    const { number } = await file(liam);
    await process.work.settled();

    await stage.clock.during(
      // More than are looked up at once.
      fillChannel(55).then(async () => {
        await change(number, { status: 'active' });
        await until(() => stands(`Ben started work on ticket #${number}.`));
      }),
    );

    expect(inChannel().length).toBeLessThan(6);
    const reporters = await stage.thread({ number, side: 'reporter' });
    expect(reporters[0]?.text).toContain('Active');
    const [card] = await stage.thread({ number, side: 'helpdesk' });
    expect(card?.text).toContain('Active');
  });

  test('the steps of a ticket whose card waits reach its reporter, and its card is posted as it is then', async () => {
    const waiting = await stage.clock.during(
      fillChannel(5).then(async () => {
        const { number } = await file(liam);
        await until(() => stands(`Ticket #${number}`));
        await change(number, { status: 'active' });
        await until(() => stands(`Ben started work on ticket #${number}.`));
        await change(number, { location: 'Library' });
        await until(() => stands('edited the location'));
        return number;
      }),
    );
    const updates = stage.calls('chat.update');

    await process.work.settled();

    const [card] = await stage.thread({ number: waiting, side: 'helpdesk' });
    expect(card?.text).toContain('Library');
    expect(stage.calls('chat.update')).toBe(updates);
    expect(inChannel()).toHaveLength(5 + 2);
  });

  test('several steps are one update of a card that waits for its turn, to the newest', async () => {
    const { number } = await file(liam);
    await process.work.settled();
    // Slack takes no update for a while.
    stage.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'rate_limited', retryAfterSeconds: 30, times: 2 } },
    });
    const act = async () => {
      await change(number, { status: 'active' });
      await until(() => stands(`Ben started work on ticket #${number}.`));
      await change(number, { location: 'Library' });
      await until(() => stands('edited the location'));
    };

    await stage.clock.during(act());
    await process.work.settled();

    // Of each card one that was refused, and one that was not.
    expect(stage.calls('chat.update')).toBe(4);
    const [card] = await stage.thread({ number, side: 'reporter' });
    expect(card?.text).toContain('Library');
  });

  test('the conversation with a person is asked for once, however many tickets they file', async () => {
    for (let filed = 0; filed < 3; filed += 1) await file();
    await process.work.settled();
    await file();
    await process.work.settled();

    expect(stage.calls('conversations.open')).toBe(1);
  });

  test('who has direct messages with the bot has their card at once, however many wait for theirs', async () => {
    await file(liam);
    await process.work.settled();
    stage.sandbox.trouble.set({
      methods: { 'conversations.open': { kind: 'rate_limited', retryAfterSeconds: 30, times: 1 } },
    });

    await stage.clock.during(
      (async () => {
        for (let person = 1; person <= 60; person += 1)
          await file({ id: `UNEW${person}`, name: `Person ${person}`, role: 'user' });
        const { number } = await file(liam);
        await until(() => stands(`Ticket #${number}`));
      })(),
    );

    expect(inChannel().length).toBeLessThan(6);
  });
});

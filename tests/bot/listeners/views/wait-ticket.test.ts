import { sql } from 'drizzle-orm';
import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { wakeTickets } from '../../../../api/tickets/wake-tickets.ts';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { startTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const until = '2030-12-05T09:00:00.000Z';
const cardOf = (number: number): SandboxMessage => {
  const messages = stack.person(ben).messages(helpdeskChannel);
  const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
  if (found === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
  return found;
};

async function started(): Promise<number> {
  const actor = { id: ada, name: 'Ada Okafor', role: 'user' };
  const { number } = await startTicket(stack.api, { actor });
  await eventually(() => expect(cardOf(number).text).toContain('Active'));
  return number;
}

const lines = (channel: string, number: number) =>
  stack
    .person(channel === 'dm' ? ada : ben)
    .messages(channel)
    .map(({ text }) => text)
    .filter(text => new RegExp(`icket #${number} (wait|is no longer waiting)`).test(text));

async function letWait(number: number, reason = 'A spare part <!channel>'): Promise<void> {
  await stack.person(ben).chooses(cardOf(number), 'Wait');
  await stack.person(ben).submits({ 'waiting.reason': reason }, {}, { 'waiting.until': until });
}

const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

describe('“Wait”', () => {
  test('stands on the card with its reason, and the reporter reads one line about it', async () => {
    const number = await started();

    await letWait(number);

    expect((await read(number)).waiting).toEqual({ until, reason: 'A spare part <!channel>' });
    await eventually(() => {
      expect(JSON.stringify(cardOf(number).blocks)).toContain('Waiting until ');
      expect(lines('dm', number)).toEqual([
        expect.stringMatching(
          /lets ticket #\d+ wait until 2030-12-05 09:00 UTC: A spare part &lt;!channel&gt;$/,
        ),
      ]);
    });
    expect(lines(helpdeskChannel, number)).toEqual([]);
  });

  test('keeps what was typed when the date is in the past, and says so', async () => {
    const number = await started();
    const person = stack.person(ben);
    await person.chooses(cardOf(number), 'Wait');

    await person.submits({ 'waiting.reason': 'x' }, {}, { 'waiting.until': '2020-01-01T00:00:00.000Z' });

    expect(person.titles()).toEqual([`Let #${number} wait`]);
    expect(JSON.stringify(stack.sandbox.snapshot(ben).views)).toContain(
      'That date is in the past. Choose a later one.',
    );
    await person.submits({ 'waiting.reason': 'x' }, {}, { 'waiting.until': until });
    expect((await read(number)).waiting?.reason).toBe('x');
  });

  test('of a ticket that somebody changed in the meantime says who did, and goes on when pressed again', async () => {
    const number = await started();
    const person = stack.person(ben);
    const chosen = { 'waiting.until': until };
    await person.chooses(cardOf(number), 'Wait');
    const actor = { id: ada, name: 'Ada Okafor', role: 'user' } as const;
    await stack.api.client.changeTicket({ number, actor, location: 'Hall B' });

    await person.submits({ 'waiting.reason': 'A spare part' }, {}, chosen);

    expect(person.reads()).toContain('Ada Okafor changed this ticket in the meantime.');
    expect(person.reads()).toContain('"initial_value":"A spare part"');
    await person.submits({ 'waiting.reason': 'A spare part' }, {}, chosen);
    expect((await read(number)).waiting).toEqual({ until, reason: 'A spare part' });
  });

  test('is ended by the reporter’s word, which helpdesk reads once', async () => {
    const number = await started();
    await letWait(number);

    await stack.api.client.postMessage({
      number,
      actor: { id: ada, name: 'Ada Okafor', role: 'user' },
      body: 'It works again',
    });

    await eventually(() =>
      expect(lines(helpdeskChannel, number)).toEqual([
        expect.stringMatching(/Ticket #\d+ is no longer waiting: Ada Okafor has written\.$/),
      ]),
    );
    expect((await read(number)).waiting).toBeNull();
  });

  test('is ended by its date, which helpdesk reads once and the reporter does not', async () => {
    const number = await started();
    await letWait(number);
    const databaseTime = () => sql`${until}::timestamptz`;

    await Promise.all([1, 2].map(() => wakeTickets({ db: stack.api.db, databaseTime })));

    await eventually(() =>
      expect(lines(helpdeskChannel, number)).toEqual([
        expect.stringMatching(/Ticket #\d+ is no longer waiting: its date has come\.$/),
      ]),
    );
    await eventually(() => expect(lines('dm', number)).toHaveLength(1));
  });

  test('is ended by “End waiting” in its form', async () => {
    const number = await started();
    await letWait(number);
    const person = stack.person(ben);
    await eventually(() => expect(JSON.stringify(cardOf(number).blocks)).toContain('Waiting until '));

    await person.chooses(cardOf(number), 'Wait');
    await person.presses('End waiting');

    expect(person.reads()).toContain(`Ticket #${number} is no longer waiting.`);
    expect((await read(number)).waiting).toBeNull();
  });
});

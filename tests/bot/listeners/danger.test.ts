import { unknownCampus } from '@campus-desk/contract';
import type { SandboxMessage, SlackJson } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { clickBody, sendSigned, startResponseSink } from '../signed-request.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const smoke = 'Smoke is coming out of the projector in 2.14';
const call = '112, then the porter: 4711';
const warning = `Is somebody in danger? Get to safety and call first: ${call}`;
const everywhere = 'call the emergency number first (112 in Europe)';
const reporter = { id: ada, name: 'Ada Okafor', role: 'user' } as const;
const helper = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople({ campus: { ...unknownCampus, emergency: { call } } });
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

describe('the filing form', () => {
  test('says while somebody types of danger whom to call first, and not any more when it is none', async () => {
    const user = stack.person(ada);
    await user.types('new');

    await user.fills('description', 'Fire!');
    await eventually(() => expect(user.reads()).toContain(warning));
    await user.fills('description', 'Fire door does not close');

    await eventually(() => expect(user.reads()).not.toContain(warning));
  });

  test('with words of danger says it from its first moment, beside the likely team', async () => {
    const user = stack.person(ada);

    await user.types(smoke);

    expect(user.reads()).toContain(warning);
    expect(user.reads()).toContain('Could be ');
  });

  test('is sent all the same, and the answer says it again', async () => {
    const user = stack.person(ada);
    await user.types(smoke);

    const sent = await user.submits({ description: smoke });

    expect(sent).toEqual({ ok: true });
    expect(user.titles()[0]).toMatch(/^Ticket #\d+ filed$/);
    expect(user.reads()).toContain(warning);
  });

  test('opens and is sent while the API does not say whether there is danger', async () => {
    const user = stack.person(ada);
    stack.gate.shut();

    const opened = await user.types(smoke);
    stack.gate.open();
    const sent = await user.submits({ description: smoke });

    expect([opened, sent]).toEqual([{ ok: true }, { ok: true }]);
  });
});

describe('a message of danger', () => {
  test('to the bot is answered with whom to call first', async () => {
    const user = stack.person(chloe);
    await stack.sandbox.act({ type: 'open_dm', as: chloe, with: stack.sandbox.botUserId });
    const dm = stack.sandbox
      .snapshot(chloe)
      .conversations.find(
        ({ kind, memberIds }) => kind === 'im' && memberIds.includes(stack.sandbox.botUserId),
      );

    await user.says(dm?.id ?? '', 'es riecht nach Gas im Flur');

    await eventually(() => expect(user.messages('dm').at(-1)?.text).toContain(warning));
  });

  test('that becomes a ticket by its reaction is answered with it too', async () => {
    const said = await stack.person(ben).says(helpdeskChannel, 'puzza di bruciato in aula 3');

    await stack.person(ben).reacts(helpdeskChannel, said.ok ? (said.ts ?? '') : '', 'ticket');

    await eventually(() => expect(stack.person(ben).ephemerals().at(-1)).toContain(warning));
  });
});

describe('an urgent ticket', () => {
  const cardOf = (number: number) =>
    eventually(() => {
      const messages = stack.person(ben).messages(helpdeskChannel);
      const card = messages.find(({ text }) => text.startsWith(`Ticket #${number}`));
      if (card === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
      return card;
    });

  test('says so on its card, and loses it by one click', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: smoke });
    const card = await cardOf(number);
    expect(card.text).toContain('Urgent, Open');
    expect(JSON.stringify(card.blocks)).toContain(`Ticket #${number} · Urgent · Open`);

    await stack.person(ben).pressesOn(card, 'Not urgent');

    const redrawn = await cardOf(number);
    expect(JSON.stringify(redrawn.blocks)).not.toContain('· Urgent');
    expect(await stack.api.client.getTicket({ number, role: 'helpdesk' })).toMatchObject({ urgent: false });
  });

  test('is made by one click, of which nobody is told besides', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: 'The lamp flickers' });
    const lines = () =>
      stack
        .person(ada)
        .messages('dm')
        .filter(({ text }) => text.includes(`#${number}`)).length;
    const card = await cardOf(number);
    await stack.bot.settled();
    const before = lines();

    await stack.person(ben).pressesOn(card, 'Mark urgent');
    await stack.bot.settled();

    expect(JSON.stringify((await cardOf(number)).blocks)).toContain('· Urgent · Open');
    expect(lines()).toBe(before);
  });

  test('is not overruled by a click on a card that is out of date, which says who was quicker', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: 'Smoke in the lab' });
    const card = await cardOf(number);
    await stack.api.client.changeTicket({ number, actor: reporter, description: smoke });

    const answers = await pressStale({ card, as: ben, actionId: 'ticket.urgent.clear', number, version: 1 });

    expect(answers.at(-1)?.text).toMatch(/^Ada Okafor changed this ticket in the meantime/);
    expect(await stack.api.client.getTicket({ number, role: 'helpdesk' })).toMatchObject({ urgent: true });
  });

  test('does not complain about a double click', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: 'The bin is full' });
    const card = await cardOf(number);
    await stack.person(ben).pressesOn(card, 'Mark urgent');

    const answers = await pressStale({ card, as: ben, actionId: 'ticket.urgent.set', number, version: 1 });

    expect(answers).toMatchObject([{ replace_original: true }]);
  });

  test('is kept by one click where the words say it already, of which nobody is told', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: smoke });
    await cardOf(number);
    await stack.bot.settled();
    const said = () => stack.person(ben).messages(helpdeskChannel).length;
    const before = said();

    await stack.api.client.changeTicket({ number, actor: helper, urgent: true });
    await stack.bot.settled();

    expect(said()).toBe(before);
  });

  test('that an edit made is told to helpdesk as such', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: 'The lamp flickers' });
    await cardOf(number);

    await stack.api.client.changeTicket({ number, actor: reporter, description: 'The lamp is on fire' });

    await eventually(() => {
      const lines = stack
        .person(ben)
        .messages(helpdeskChannel)
        .map(({ text }) => text);
      expect(lines).toContainEqual(
        expect.stringMatching(/edited the description of ticket #\d+\..* It is urgent now\.$/),
      );
    });
  });

  test('stands first in helpdesk’s queue and says so, and not in the lists of users', async () => {
    await fileTicket(stack.api, { actor: reporter, description: 'The chair is loose' });
    const { number } = await fileTicket(stack.api, { actor: reporter, description: `${smoke}, again` });
    const first = (text: string) => /#(\d+) · ([^·]+) ·/.exec(text)?.slice(1, 3);
    const queue = stack.person(ben);
    const user = stack.person(chloe);

    await queue.types('as helpdesk');
    await queue.presses('Ticket queue');
    await user.types('list');

    expect(first(queue.reads())?.[1]).toBe('Urgent');
    expect(first(user.reads())).toEqual([String(number), 'Urgent']);
    const { tickets } = await stack.api.client.listTickets({ role: 'user', limit: 100 });
    const numbers = tickets.map(ticket => ticket.number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  });

  test('that is closed is marked no more', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter, description: smoke });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'active' });
    await stack.api.client.changeTicket({ number, actor: helper, status: 'closed' });

    await eventually(async () => expect((await cardOf(number)).text).toContain('Closed'));
    expect(JSON.stringify((await cardOf(number)).blocks)).not.toContain('Urgent');
  });
});

test('on a campus without a file the number that is right everywhere is named, also where hints are off', async () => {
  const other = await startStackWithPeople({ hints: false });
  const user = other.person(ada);

  await user.types(smoke);

  expect(user.reads()).toContain(everywhere);
  expect(user.reads()).not.toContain('Looks like');
  await other.stop();
});

type PressStaleInput = {
  card: SandboxMessage;
  as: string;
  actionId: string;
  number: number;
  version: number;
};

/** Presses a button of a card as it was drawn once, as a slow client does; answers what the bot said to it. */
async function pressStale({ card, as, actionId, number, version }: PressStaleInput): Promise<SlackJson[]> {
  const sink = await startResponseSink();
  const action = { type: 'button', action_id: actionId, value: `helpdesk:${number}:${version}` };
  await sendSigned({
    stack,
    body: clickBody({ card, as: { id: as, name: as }, action, responseUrl: sink.url }),
  });
  await sink.stop();
  return sink.answers;
}

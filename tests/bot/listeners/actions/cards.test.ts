import type { SandboxMessage, SlackJson } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { fileTicket, startTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { clickBody, sendSigned, startResponseSink } from '../../signed-request.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const reporter = { id: ada, name: 'Ada Okafor', role: 'user' };

const start = (number: number) => ({
  type: 'button',
  action_id: 'ticket.start',
  value: `helpdesk:${number}:1`,
});

/** The card of a ticket in the helpdesk channel, or in the reporter's DM, as soon as it is there. */
async function cardOf(number: number, target: 'helpdesk' | 'dm' = 'helpdesk'): Promise<SandboxMessage> {
  return eventually(() => {
    const card = allMessages(target).find(
      ({ text, thread_ts, ts }) =>
        text.startsWith(`Ticket #${number}`) && (thread_ts === undefined || thread_ts === ts),
    );
    if (card === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
    return card;
  });
}

function allMessages(target: 'helpdesk' | 'dm'): SandboxMessage[] {
  return target === 'dm' ? stack.person(ada).messages('dm') : stack.person(ben).messages(helpdeskChannel);
}

describe('a card', () => {
  test('is redrawn at once by the click that starts the ticket', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const helper = stack.person(ben);
    const card = await cardOf(number);

    const pressed = await helper.pressesOn(card, 'Start work');

    expect(pressed).toEqual({ ok: true });
    const redrawn = JSON.stringify(await cardOf(number));
    expect(redrawn).toContain('"Close"');
    expect(redrawn).not.toContain('"Start work"');
    expect(await stack.api.client.getTicket({ number, role: 'helpdesk' })).toMatchObject({
      status: 'active',
      assignee: { id: ben, name: 'Ben Hartmann' },
    });
  });

  test('shows whoever presses it too late who was quicker, and the ticket as it is', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const card = await cardOf(number);
    await stack.person(ben).pressesOn(card, 'Start work');

    const answers = await pressStale({ card, as: { id: chloe, name: 'chloe' }, action: start(number) });

    expect(answers).toMatchObject([
      { replace_original: true, text: expect.stringContaining(`Ticket #${number}: Active`) },
      { response_type: 'ephemeral', replace_original: false, text: 'Already started by Ben Hartmann.' },
    ]);
  });

  test('lets exactly one of two people start a ticket', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const card = await cardOf(number);
    const people = [stack.person(ben), stack.person(chloe)];

    await Promise.all(people.map(person => person.pressesOn(card, 'Start work')));

    const { assignee } = await stack.api.client.getTicket({ number, role: 'helpdesk' });
    const [winner, loser] = assignee?.id === ben ? people : people.toReversed();
    expect(loser?.ephemerals().at(-1)).toBe(`Already started by ${assignee?.name}.`);
    expect(winner?.ephemerals()).not.toContain(`Already started by ${assignee?.name}.`);
  });

  test('does not complain about a double click', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const card = await cardOf(number);
    await stack.person(ben).pressesOn(card, 'Start work');

    const answers = await pressStale({ card, as: { id: ben, name: 'Ben Hartmann' }, action: start(number) });

    expect(answers).toMatchObject([{ replace_original: true }]);
  });

  test('sets the category', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });

    await stack.person(ben).pressesOn(await cardOf(number), 'Category', 'Facility management');

    const ticket = await stack.api.client.getTicket({ number, role: 'helpdesk' });
    expect(ticket).toMatchObject({ category: 'facility', categorySource: 'helpdesk' });
    expect(JSON.stringify(await cardOf(number))).toContain('Facility management');
  });

  test('refuses a category chosen on a card that is out of date', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const card = await cardOf(number);
    await stack.person(ben).pressesOn(card, 'Category', 'Facility management');

    const action = {
      type: 'static_select',
      action_id: 'ticket.category',
      selected_option: { value: `helpdesk:${number}:1:service` },
    };
    const answers = await pressStale({ card, as: { id: chloe, name: 'chloe' }, action });

    expect(answers.at(-1)?.text).toMatch(/^Ben Hartmann changed this ticket in the meantime/);
    expect((await stack.api.client.getTicket({ number, role: 'helpdesk' })).category).toBe('facility');
  });

  test('closes its ticket with a note', async () => {
    const { number } = await startTicket(stack.api, { actor: reporter });
    const helper = stack.person(ben);
    await stack.bot.settled();

    await helper.pressesOn(await cardOf(number), 'Close');
    const title = helper.titles();
    const sent = await helper.submits({ closingNote: 'New access point' });

    expect(title).toEqual([`Close ticket #${number}`]);
    expect(sent).toEqual({ ok: true });
    expect(helper.titles()).toEqual([]);
    expect(await stack.api.client.getTicket({ number, role: 'helpdesk' })).toMatchObject({
      status: 'closed',
      closingNote: 'New access point',
    });
  });

  test('says so where it was pressed when the API is away, and changes nothing', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const card = await cardOf(number);
    stack.gate.shut();

    const pressed = await stack.person(ben).pressesOn(card, 'Start work');

    expect(pressed).toEqual({ ok: true });
    expect(stack.person(ben).ephemerals().at(-1)).toContain('cannot be reached');
  });

  test('of the reporter edits as user', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const user = stack.person(ada);

    await user.pressesOn(await cardOf(number, 'dm'), 'Edit');
    const form = user.reads();
    const sent = await user.submits({ description: 'No WiFi in hall 2', location: '' });

    expect(form).toContain('"initial_value":"No WiFi in the reading room"');
    expect(sent).toEqual({ ok: true });
    const { events } = await stack.api.client.listEvents({ number });
    expect(events.at(-1)).toMatchObject({ type: 'ticket.edited', actor: { id: ada, role: 'user' } });
    expect(await stack.api.client.getTicket({ number, role: 'user' })).toMatchObject({
      description: 'No WiFi in hall 2',
      location: null,
    });
  });

  test('of the reporter replies as user', async () => {
    const { number } = await fileTicket(stack.api, { actor: reporter });
    const user = stack.person(ada);

    await user.pressesOn(await cardOf(number, 'dm'), 'Reply');
    await user.submits({ body: 'It is the blue one' });

    const { messages } = await stack.api.client.listMessages({ number });
    expect(messages).toMatchObject([{ body: 'It is the blue one', actor: { id: ada, role: 'user' } }]);
    expect(user.titles()).toEqual([]);
  });

  test('of a closed ticket files a follow-up', async () => {
    const { number } = await startTicket(stack.api, { actor: reporter });
    await cardOf(number, 'dm');
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, status: 'closed' });
    const card = await eventually(async () => {
      const current = await cardOf(number, 'dm');
      expect(current.text).toMatch(/closed/);
      return current;
    });
    const user = stack.person(ada);

    await user.pressesOn(card, 'Still broken? File a follow-up');
    await user.submits({ description: 'Broken again' });

    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]).toMatchObject({ description: 'Broken again', followUpOf: number });
  });
});

type PressStaleInput = { card: SandboxMessage; as: { id: string; name: string }; action: SlackJson };

/** Presses what stood on a card before it was redrawn, as a slow client does; answers what the bot said to it. */
async function pressStale({ card, as, action }: PressStaleInput): Promise<SlackJson[]> {
  const sink = await startResponseSink();
  const body = clickBody({ card, as, action, responseUrl: sink.url });
  const { status } = await sendSigned({ stack, body });
  await sink.stop();
  expect(status).toBe(200);
  return sink.answers;
}

import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { fileTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

const reporter = { id: ada, name: 'Ada Okafor', role: 'user' };

/** A ticket with its card in the helpdesk channel. */
async function filed(): Promise<{ number: number; card: () => SandboxMessage }> {
  const { number } = await fileTicket(stack.api, { actor: reporter });
  const card = () => {
    const messages = stack.person(ben).messages(helpdeskChannel);
    const found = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
    if (found === undefined) throw new Error(`There is no card of ticket #${number} yet.`);
    return found;
  };
  await eventually(async () => card());
  return { number, card };
}

const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });
const under = (card: SandboxMessage) =>
  stack
    .person(chloe)
    .messages(helpdeskChannel)
    .filter(({ thread_ts: root, ts }) => root === card.ts && ts !== root)
    .map(({ text }) => text);

describe('“Hand over”', () => {
  test('gives the ticket to somebody else, who is mentioned in its thread', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);
    await helper.pressesOn(card(), 'Start work');

    await helper.chooses(card(), 'Hand over');
    await helper.submits({}, { assignee: chloe });

    expect(await read(number)).toMatchObject({
      status: 'active',
      assignee: { id: chloe, name: 'Chloé Dubois' },
    });
    expect(helper.titles()).toEqual([]);
    await eventually(async () => {
      expect(JSON.stringify(card().blocks)).toContain('Chloé Dubois');
      expect(under(card())).toContain(`<@${chloe}>: Ticket #${number} is yours.`);
    });
    const { events } = await stack.api.client.listEvents({ number, role: 'helpdesk' });
    expect(events.at(-1)).toMatchObject({ type: 'ticket.assigned', actor: { id: ben, role: 'helpdesk' } });
  });

  test('offers oneself first, so that a ticket can be taken without being started', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);

    await helper.chooses(card(), 'Hand over');
    expect(helper.reads()).toContain(`"initial_user":"${ben}"`);
    expect(helper.reads()).not.toContain('Give back');
    await helper.submits({}, { assignee: ben });

    expect(await read(number)).toMatchObject({ status: 'open', assignee: { id: ben } });
  });

  test('gives back to nobody', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);
    await helper.pressesOn(card(), 'Start work');

    await helper.chooses(card(), 'Hand over');
    expect(helper.reads()).toContain('It is assigned to Ben Hartmann.');
    await helper.presses('Give back');

    expect(helper.reads()).toContain(`Nobody has ticket #${number} now.`);
    expect(await read(number)).toMatchObject({ status: 'active', assignee: null });
    await eventually(async () => expect(JSON.stringify(card().blocks)).not.toContain('Assigned to'));
  });

  test('to an app is refused where it was chosen', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);
    await helper.chooses(card(), 'Hand over');

    await helper.submits({}, { assignee: stack.sandbox.botUserId });

    expect(helper.view().errors).toEqual({ assignee: 'Campus Desk is an app. Choose a person.' });
    expect(await read(number)).toMatchObject({ assignee: null });
  });

  test('of a ticket that somebody changed in the meantime says who did, and goes on when pressed again', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);
    await helper.chooses(card(), 'Hand over');
    await stack.person(chloe).pressesOn(card(), 'Start work');

    await helper.submits({}, { assignee: ben });

    expect(helper.reads()).toContain('Chloé Dubois changed this ticket in the meantime.');
    expect(helper.reads()).toContain('It is assigned to Chloé Dubois.');
    expect(helper.reads()).toContain(`"initial_user":"${ben}"`);
    expect(await read(number)).toMatchObject({ assignee: { id: chloe } });
    await helper.submits({}, { assignee: ben });
    expect(await read(number)).toMatchObject({ assignee: { id: ben } });
  });

  test('of a ticket that was closed in the meantime is refused where it was chosen', async () => {
    const { number, card } = await filed();
    const helper = stack.person(ben);
    const actor = { id: chloe, name: 'Chloé Dubois', role: 'helpdesk' } as const;
    await helper.chooses(card(), 'Hand over');
    expect(helper.reads()).toContain('A person, not an app.');
    await stack.api.client.changeTicket({ number, actor, status: 'active' });
    await stack.api.client.changeTicket({ number, actor, status: 'closed' });

    await helper.submits({}, { assignee: ben });

    expect(helper.view().errors.assignee).toContain('Already closed by Chloé Dubois.');
  });

  test('fills the list of what is one’s own', async () => {
    const { number, card } = await filed();
    const helper = stack.person(chloe);
    await helper.chooses(card(), 'Hand over');
    await helper.submits({}, { assignee: chloe });

    await helper.types('list mine as helpdesk');

    expect(helper.reads()).toContain(`#${number} `);
  });
});

import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { startTicket } from '../../../support/api.ts';
import { eventually } from '../../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

const reporter = { id: ada, name: 'Ada Okafor', role: 'user' };
const words = { description: 'No WiFi in the reading room', location: 'Library' };

/** A closed ticket, and its card in the direct messages of its reporter. */
async function closed(): Promise<{ number: number; card: () => SandboxMessage }> {
  const { number } = await startTicket(stack.api, { ...words, actor: reporter });
  const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
  await stack.api.client.changeTicket({ number, actor, status: 'closed' });
  const card = () => {
    const messages = stack.person(ada).messages('dm');
    const found = messages.find(({ text }) => text.startsWith(`Ticket #${number} closed`));
    if (found === undefined) throw new Error(`There is no card of the closed ticket #${number} yet.`);
    return found;
  };
  await eventually(async () => card());
  return { number, card };
}

const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });
const shown = (message: SandboxMessage) => JSON.stringify(message.blocks);
const inHelpdesk = (text: string) =>
  stack
    .person(ben)
    .messages(helpdeskChannel)
    .filter(message => message.text === text);

describe('“Solved?”', () => {
  test('says who closed the ticket, and takes a yes, which helpdesk reads once', async () => {
    const { number, card } = await closed();
    expect(shown(card())).toContain(' by Ben Hartmann');

    await stack.person(ada).pressesOn(card(), 'Yes');

    expect(await read(number)).toMatchObject({ status: 'closed', solved: true });
    await eventually(async () => expect(shown(card())).not.toContain('Not really'));
    const line = `Ada Okafor says that ticket #${number} is solved.`;
    await eventually(async () => expect(inHelpdesk(line)).toHaveLength(1));
  });

  test('at “Not really” opens the follow-up with the words of the ticket', async () => {
    const { number, card } = await closed();
    const user = stack.person(ada);

    await user.pressesOn(card(), 'Not really');
    const form = user.reads();
    await user.submits({ description: 'Still no WiFi', location: 'Library' });

    expect(form).toContain(`follows up on ticket #${number}`);
    expect(form).toContain(`"initial_value":"${words.description}"`);
    expect(form).toContain(`"initial_value":"${words.location}"`);
    expect(await read(number)).toMatchObject({ solved: false });
    await eventually(async () => expect(shown(card())).toContain('Solved: '));
    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]).toMatchObject({ description: 'Still no WiFi', followUpOf: number });
  });

  test('“Still broken?” opens the form with the words of the ticket too, and answers nothing', async () => {
    const { number, card } = await closed();
    const user = stack.person(ada);

    await user.pressesOn(card(), 'Still broken? File a follow-up');

    expect(user.reads()).toContain(`"initial_value":"${words.description}"`);
    expect(await read(number)).toMatchObject({ solved: null });
  });
});

import { elementsOf } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type ActingPerson,
  ada,
  type StackWithPeople,
  startStackWithPeople,
} from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const both = 'No wifi in room 12. The window there does not close.';

/** Files a report that names two problems. Answers its number. */
async function fileBoth(user: ActingPerson): Promise<number> {
  await user.types('no wifi and the window');
  await user.files({ description: both });
  const { tickets } = await stack.api.client.listTickets({ limit: 1 });
  return tickets[0]?.number ?? 0;
}

const ticket = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

function buttons(user: ActingPerson): unknown[] {
  const { view } = user.view();
  return elementsOf(view.blocks as never).map(({ element }) => (element.text as { text: string }).text);
}

describe('the confirmation of a report that names two problems', () => {
  test('offers two tickets, each with its part of the text, or one', async () => {
    const user = stack.person(ada);

    await fileBoth(user);

    expect(user.reads()).toContain('This sounds like two problems');
    expect(user.reads()).toContain('The window there does not close.');
    expect(user.reads()).toContain('Technical IT (unsure), or Facility management');
    expect(buttons(user)).toEqual(['Report both separately', 'Keep as one', 'View ticket']);
  });

  test('"Report both separately" makes two tickets and shows both', async () => {
    const user = stack.person(ada);
    const number = await fileBoth(user);

    await user.presses('Report both separately');

    expect(user.titles()).toEqual(['Two tickets filed']);
    expect(buttons(user)).toEqual([`View ticket #${number}`, `View ticket #${number + 1}`]);
    expect(await ticket(number)).toMatchObject({ description: 'No wifi in room 12.', category: 'it' });
    expect(await ticket(number + 1)).toMatchObject({
      description: 'The window there does not close.',
      category: 'facility',
      followUpOf: number,
    });
  });

  test('"Keep as one" asks for the category instead', async () => {
    const user = stack.person(ada);
    const number = await fileBoth(user);

    await user.presses('Keep as one');

    expect(user.titles()).toEqual([`Ticket #${number} filed`]);
    expect(buttons(user)).toEqual(['Technical IT', 'Facility management', 'Something else', 'View ticket']);
    expect(await ticket(number)).toMatchObject({ description: both, version: 1 });
  });

  test('pressed twice it makes two tickets, not three', async () => {
    const user = stack.person(ada);
    const number = await fileBoth(user);

    await Promise.all([user.presses('Report both separately'), user.presses('Report both separately')]);

    const { tickets } = await stack.api.client.listTickets({ limit: 1 });
    expect(tickets[0]?.number).toBe(number + 1);
  });

  test('says so when the tickets cannot be stored', async () => {
    const user = stack.person(ada);
    await fileBoth(user);
    stack.gate.shut();

    await user.presses('Report both separately');

    expect(user.reads()).toContain('cannot be reached');
  });
});

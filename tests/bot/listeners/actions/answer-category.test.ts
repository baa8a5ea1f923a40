import type { SandboxMessage } from 'slack-sandbox';
import { elementsOf } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../../demo-campus.ts';
import { eventually } from '../../../support/eventually.ts';
import {
  type ActingPerson,
  ada,
  ben,
  type StackWithPeople,
  startStackWithPeople,
} from '../../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

/** Files a report that the categoriser of the tests doubts about: service, perhaps it. Answers its number. */
async function fileDoubtful(user: ActingPerson, command = 'it hums'): Promise<number> {
  await user.types(command);
  await user.files({ description: 'it hums' });
  const { tickets } = await stack.api.client.listTickets({ limit: 1 });
  return tickets[0]?.number ?? 0;
}

const ticket = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

/** The buttons of the confirmation, by their words. */
function buttons(user: ActingPerson): unknown[] {
  const { view } = user.view();
  return elementsOf(view.blocks as never).map(({ element }) => (element.text as { text: string }).text);
}

/** What the helpdesk sees of a ticket: its card and the lines under it. */
function helpdeskMessages(number: number): { card: SandboxMessage | undefined; lines: string[] } {
  const messages = stack.person(ben).messages(helpdeskChannel);
  const card = messages.find(({ text }) => text.startsWith(`Ticket #${number}:`));
  const lines = messages.filter(({ thread_ts, ts }) => thread_ts === card?.ts && ts !== card?.ts);
  return { card, lines: lines.map(({ text }) => text) };
}

describe('the confirmation of a doubtful category', () => {
  test('offers the two likeliest and something else', async () => {
    const user = stack.person(ada);

    const number = await fileDoubtful(user);

    expect(user.titles()).toEqual([`Ticket #${number} filed`]);
    expect(user.reads()).toContain('Services complaint (unsure)');
    expect(buttons(user)).toEqual(['Services complaint', 'Technical IT', 'Something else', 'View ticket']);
  });

  test('thanks for the answer, once and for all', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);

    const pressed = await user.presses('Technical IT');

    expect(pressed).toEqual({ ok: true });
    expect(user.titles()).toEqual([`Ticket #${number} filed`]);
    expect(user.reads()).toContain('Thank you. The category is now Technical IT.');
    expect(buttons(user)).toEqual(['View ticket']);
    expect(await ticket(number)).toMatchObject({
      category: 'it',
      categorySource: 'reporter',
      categoryUnsure: false,
    });
  });

  test('takes something else for the third', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);

    await user.presses('Something else');

    expect(user.reads()).toContain('The category is now Facility management.');
    expect((await ticket(number)).category).toBe('facility');
  });

  test('tells the helpdesk once, on its card and under it, and the reporter nothing', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);
    await eventually(() => {
      expect(JSON.stringify(helpdeskMessages(number).card)).toContain('Which one is right?');
    });

    await user.presses('Technical IT');

    await eventually(() => {
      const { card, lines } = helpdeskMessages(number);
      expect(card?.text).toContain('Technical IT');
      expect(JSON.stringify(card)).not.toContain('Which one is right?');
      expect(lines).toEqual([`Ada Okafor changed the category of ticket #${number} to Technical IT.`]);
    });
    const toldInDm = user.messages('dm').filter(({ text }) => text.includes(`of ticket #${number}`));
    expect(toldInDm).toEqual([]);
  });

  test('answered twice by one person is answered once, without complaint', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);

    await Promise.all([user.presses('Technical IT'), user.presses('Technical IT')]);

    expect(user.reads()).not.toContain('settled');
    expect(user.reads()).toContain('Technical IT');
    expect(await ticket(number)).toMatchObject({ category: 'it', version: 2 });
  });

  test('answered after helpdesk has said it shows what they said', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, category: 'facility' });

    await user.presses('Technical IT');

    expect(user.reads()).toContain('The category is settled: Facility management, chosen by Ben Hartmann.');
    expect(await ticket(number)).toMatchObject({ category: 'facility', categorySource: 'helpdesk' });
  });

  test('is answered although work has begun meanwhile', async () => {
    const user = stack.person(ada);
    const number = await fileDoubtful(user);
    const actor = { id: ben, name: 'Ben Hartmann', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, status: 'active' });

    await user.presses('Technical IT');

    expect(await ticket(number)).toMatchObject({ status: 'active', category: 'it' });
  });

  test('says so when the answer cannot be stored', async () => {
    const user = stack.person(ada);
    await fileDoubtful(user);
    stack.gate.shut();

    await user.presses('Technical IT');

    expect(user.reads()).toContain('cannot be reached');
  });

  test('asks nothing when the categoriser is sure', async () => {
    const user = stack.person(ada);
    await user.types('no wifi');
    await user.files({ description: 'no wifi' });

    expect(user.reads()).not.toContain('guess');
    expect(buttons(user)).toEqual(['View ticket']);
  });
});

describe('the card of a doubtful category', () => {
  test('takes the choice of the helpdesk with one click', async () => {
    const number = await fileDoubtful(stack.person(ada));
    const card = await eventually(() => {
      const found = helpdeskMessages(number).card;
      if (found === undefined) throw new Error('no card yet');
      return found;
    });

    await stack.person(ben).pressesOn(card, 'Facility management');

    expect(await ticket(number)).toMatchObject({ category: 'facility', categorySource: 'helpdesk' });
    expect(JSON.stringify(helpdeskMessages(number).card)).not.toContain('Which one is right?');
  });
});

import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, chloe, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const reporters = [ada, 'U02LIAM', 'U03MEI', 'U04ROSA'];

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterEach(() => stack.sandbox.trouble.reset());
afterAll(() => stack.stop());

const told = (description: string): SandboxMessage[] =>
  stack
    .person(ben)
    .messages(helpdeskChannel)
    .filter(({ text }) => text === `Several people report the same: ${description}`);
const blocksOf = (message: SandboxMessage | undefined) => JSON.stringify(message?.blocks);
const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });
const report = (description: string, id: string) =>
  fileTicket(stack.api, { description, actor: { id, name: id, role: 'user' } });

/** The numbers of the tickets in which four people report this, and the message that tells helpdesk. */
async function reportedByAll(description: string) {
  const numbers: number[] = [];
  for (const id of reporters) numbers.push((await report(description, id)).number);
  const [first = 0, ...others] = numbers;
  const message = await eventually(() => {
    const [found, ...more] = told(description);
    if (found === undefined || more.length > 0) throw new Error('It is not told once.');
    return found;
  });
  return { first, others, message };
}

describe('“Group them”', () => {
  test('pressed by two at once shows both that they are grouped, and what that did', async () => {
    const { first, others, message } = await reportedByAll('The wifi is down');

    await Promise.all([ben, chloe].map(id => stack.person(id).pressesOn(message, 'Group them')));

    for (const number of others) expect(await read(number)).toMatchObject({ duplicateOf: first });
    await eventually(() => {
      expect(blocksOf(told('The wifi is down')[0])).toContain(
        `Grouped: the others are duplicates of ticket #${first}.`,
      );
      for (const id of [ben, chloe])
        expect(stack.person(id).ephemerals().at(-1)).toMatch(
          new RegExp(`grouped now, with ticket #${first}|grouped already`),
        );
      const lines = stack.person('U02LIAM').messages('dm');
      expect(lines.filter(({ text }) => text.includes(`the same problem as ticket #${first}`))).toHaveLength(
        1,
      );
    });
  });

  test('has the words and “View” of each ticket', async () => {
    const { first, message } = await reportedByAll('The projector is dark');

    await stack.person(ben).pressesOn(message, 'View');

    expect(stack.person(ben).titles()).toEqual([`Ticket #${first}`]);
  });

  test('groups what the message counted, not what came since', async () => {
    const description = 'The toilet is blocked';
    const { first, message } = await reportedByAll(description);
    const id = Number(/"value":"(\d+):/.exec(blocksOf(message))?.[1]);
    stack.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'error', error: 'edit_window_closed' } },
    });
    const late = await report(description, 'U07OMAR');
    await eventually(async () => expect((await stack.api.client.getWave({ id })).people).toBe(5));

    await stack.person(ben).pressesOn(message, 'Group them');

    await eventually(() =>
      expect(stack.person(ben).ephemerals().at(-1)).toContain(
        `3 tickets are grouped now, with ticket #${first}. 1 ticket is not grouped yet.`,
      ),
    );
    expect(await read(late.number)).toMatchObject({ duplicateOf: null });
    const [redrawn] = told(description);
    if (redrawn === undefined) throw new Error('Nothing is told.');
    await stack.person(ben).pressesOn(redrawn, 'Group them');
    await eventually(async () => expect((await read(late.number)).duplicateOf).toBe(first));
  });

  test('pressed when all of them are closed says so', async () => {
    const { first, others, message } = await reportedByAll('The lift is stuck');
    stack.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'error', error: 'edit_window_closed' } },
    });
    for (const number of [first, ...others])
      for (const status of ['active', 'closed'] as const)
        await stack.api.client.changeTicket({
          number,
          actor: { id: ben, name: 'Ben', role: 'helpdesk' },
          status,
        });

    await stack.person(ben).pressesOn(message, 'Group them');

    await eventually(() =>
      expect(stack.person(ben).ephemerals().at(-1)).toBe('All of these tickets are closed.'),
    );
  });
});

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

const told = (): SandboxMessage[] =>
  stack
    .person(ben)
    .messages(helpdeskChannel)
    .filter(({ text }) => text.startsWith('Several people report the same'));
const blocksOf = (message: SandboxMessage | undefined) => JSON.stringify(message?.blocks);
const read = (number: number) => stack.api.client.getTicket({ number, role: 'helpdesk' });

describe('“Group them”', () => {
  beforeAll(async () => {
    for (const id of reporters)
      await fileTicket(stack.api, { description: 'The wifi is down', actor: { id, name: id, role: 'user' } });
    await eventually(() => expect(told()).toHaveLength(1));
  });

  test('pressed by two at once shows both that they are grouped, and what that did', async () => {
    const [message] = told();
    if (message === undefined) throw new Error('Nothing is told.');

    await Promise.all([ben, chloe].map(id => stack.person(id).pressesOn(message, 'Group them')));

    for (const number of [2, 3, 4]) expect(await read(number)).toMatchObject({ duplicateOf: 1 });
    await eventually(() => {
      expect(blocksOf(told()[0])).toContain('Grouped: the others are duplicates of ticket #1.');
      for (const id of [ben, chloe])
        expect(stack.person(id).ephemerals().at(-1)).toMatch(/grouped now, with ticket #1|grouped already/);
      const lines = stack.person('U02LIAM').messages('dm');
      expect(lines.filter(({ text }) => text.includes('the same problem as ticket #1'))).toHaveLength(1);
    });
  });

  test('has the words and “View” of each ticket', async () => {
    const [message] = told();
    if (message === undefined) throw new Error('Nothing is told.');

    await stack.person(ben).pressesOn(message, 'View');

    expect(stack.person(ben).titles()).toEqual(['Ticket #1']);
  });

  test('groups what the message counted, not what came since', async () => {
    const report = (id: string) =>
      fileTicket(stack.api, {
        description: 'The toilet is blocked',
        actor: { id, name: id, role: 'user' },
      });
    for (const id of reporters) await report(id);
    await eventually(() => expect(told()).toHaveLength(2));
    const [, message] = told();
    if (message === undefined) throw new Error('Nothing is told.');
    stack.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'error', error: 'edit_window_closed' } },
    });
    const late = await report('U07OMAR');
    await eventually(async () => expect((await stack.api.client.getWave({ id: 2 })).people).toBe(5));

    await stack.person(ben).pressesOn(message, 'Group them');

    await eventually(() =>
      expect(stack.person(ben).ephemerals().at(-1)).toMatch(
        /^3 tickets are grouped now, with ticket #\d+\. 1 ticket is not grouped yet\./,
      ),
    );
    expect(await read(late.number)).toMatchObject({ duplicateOf: null });
    const [, redrawn] = told();
    if (redrawn === undefined) throw new Error('Nothing is told.');
    await stack.person(ben).pressesOn(redrawn, 'Group them');
    await eventually(async () =>
      expect((await read(late.number)).duplicateOf).toBe(Number(/#(\d+)/.exec(blocksOf(redrawn))?.[1])),
    );
  });

  test('pressed when all of them are closed says so', async () => {
    const filed = await Promise.all(
      reporters.map(id =>
        fileTicket(stack.api, { description: 'The lift is stuck', actor: { id, name: id, role: 'user' } }),
      ),
    );
    await eventually(() => expect(told()).toHaveLength(3));
    const message = told()[2];
    if (message === undefined) throw new Error('Nothing is told.');
    stack.sandbox.trouble.set({
      methods: { 'chat.update': { kind: 'error', error: 'edit_window_closed' } },
    });
    for (const { number } of filed)
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

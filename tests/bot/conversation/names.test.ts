import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ben, chloe, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

describe('the name of whoever writes', () => {
  let stack: StackWithPeople;
  beforeAll(async () => {
    stack = await startStackWithPeople();
    await fileTicket(stack.api, { actor: { id: 'U01ADA', name: 'Ada', role: 'user' } });
    await stack.bot.settled();
  });
  afterEach(() => stack.sandbox.trouble.reset());
  afterAll(() => stack.stop());

  const write = async (id: string, text: string) => {
    const threads = await stack.api.client.listThreads({ number: 1 });
    await stack.person(id).says(helpdeskChannel, text, threads.find(({ side }) => side === 'helpdesk')?.ts);
    await stack.sandbox.settled();
  };
  const authors = async () =>
    (await stack.api.client.listMessages({ number: 1 })).messages.map(({ actor }) => actor.name);
  const slowNames = (afterMs: number) =>
    stack.sandbox.trouble.set({ methods: { 'users.info': { kind: 'slow', afterMs } } });

  test('is waited for a second in an event', async () => {
    slowNames(800);

    await write(ben, 'Which room?');

    expect(await authors()).toEqual(['Ben Hartmann']);
  });

  test('is filled in everywhere when Slack says it later', async () => {
    slowNames(1900);

    await write(chloe, 'Which floor?');
    const before = await authors();

    expect(before.at(-1)).toBe(chloe);
    await eventually(async () => expect((await authors()).at(-1)).toBe('Chloé Dubois'));
    await eventually(() => {
      const copies = stack
        .person('U01ADA')
        .messages('dm')
        .filter(({ text }) => text.includes('Which floor?'));
      expect(copies.map(({ text }) => text)).toEqual([expect.stringContaining('Chloé Dubois: Which floor?')]);
    });
  });
});

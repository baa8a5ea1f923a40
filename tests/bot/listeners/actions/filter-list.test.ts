import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../../support/api.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../../stack-with-people.ts';

let stack: StackWithPeople;

beforeAll(async () => {
  stack = await startStackWithPeople();
  await fileTicket(stack.api, { description: 'Ours' });
  await fileTicket(stack.api, { description: 'Theirs' });
  const actor = { id: ben, name: 'Ben', role: 'helpdesk' };
  await stack.api.call('POST /v1/tickets/2/messages', { actor, body: 'Which floor?' });
});
afterAll(() => stack.stop());

describe('the queue', () => {
  test('shows all, what waits for helpdesk, or what waits for its reporter', async () => {
    const person = stack.person(ben);

    await person.types('list as helpdesk');
    const all = person.reads();
    await person.presses('Show', 'Waiting for us');
    const ours = person.reads();
    await person.presses('Show', 'Waiting for them');
    const theirs = person.reads();
    await person.presses('Show', 'All tickets');

    expect([all, person.reads()].every(text => text.includes('Ours') && text.includes('Theirs'))).toBe(true);
    expect([ours.includes('Ours'), ours.includes('Theirs')]).toEqual([true, false]);
    expect([theirs.includes('Ours'), theirs.includes('Theirs')]).toEqual([false, true]);
    expect(ours).toContain('Waiting for helpdesk');
    expect(theirs).toContain('Waiting for Ada');
  });

  test('alone has that choice', async () => {
    const person = stack.person(ben);

    await person.types('list all as helpdesk');

    expect(person.reads()).not.toContain('Waiting for us');
  });
});

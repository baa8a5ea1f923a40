import { afterAll, beforeAll, expect, test } from 'vitest';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { ada, ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
});
afterAll(() => stack.stop());

test('cards and copies lose text and name of a forgotten person, without a word to anybody', async () => {
  const actor = { id: ada, name: 'Ada Okafor', role: 'user' };
  const { number } = await fileTicket(stack.api, { actor, description: 'Crocodile in the pool' });
  await stack.api.call(`POST /v1/tickets/${number}/messages`, { actor, body: 'It is green' });
  const shown = () => JSON.stringify(stack.person(ben).messages(helpdeskChannel));
  await eventually(() => expect(shown()).toMatch(/Crocodile in the pool.*It is green/));
  const posts = stack.person(ben).messages(helpdeskChannel).length;

  await stack.api.call(`POST /v1/people/${ada}/forget`, { by: 'root' });

  await eventually(() => expect(shown()).not.toMatch(/Crocodile|It is green|Ada Okafor/));
  expect(stack.person(ben).messages(helpdeskChannel)).toHaveLength(posts);
});

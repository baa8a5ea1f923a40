import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { ada, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
const seen: { call: string; id: unknown }[] = [];
beforeAll(async () => {
  stack = await startStackWithPeople();
  stack.api.app.server.on('request', ({ method, url = '', headers }) => {
    seen.push({ call: `${method} ${url.split('?')[0]}`, id: headers['x-request-id'] });
  });
});
afterAll(() => stack.stop());

test('what somebody does in Slack reaches the API under one id, what the bot does by itself under none', async () => {
  await stack.person(ada).types('list');

  const id = expect.stringMatching(/^[0-9a-f]{8}$/);
  await eventually(() => expect(seen).toContainEqual({ call: 'GET /v1/tickets', id }));
  expect(seen.filter(({ call }) => call === 'GET /v1/outbox').every(({ id }) => id === undefined)).toBe(true);
});

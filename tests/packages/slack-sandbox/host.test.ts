import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect, test } from 'vitest';
import { createOpened } from './support/opened.ts';
import { startTestSandbox } from './support/test-sandbox.ts';

const opened = createOpened();

test.each([
  ['localhost:3000', 200],
  ['127.0.0.1', 200],
  ['[::1]:3000', 200],
  ['attacker.example', 421],
  ['127.0.0.1.attacker.example:3000', 421],
])('a request for the host %s is answered %i', async (host, status) => {
  const sandbox = opened(await startTestSandbox());

  const asking = request(`${sandbox.url}/api/api.test`, { method: 'POST', headers: { host } }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.resume();

  expect(answer.statusCode).toBe(status);
});

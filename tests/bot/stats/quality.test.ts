import { createLogger, listen, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createQuality } from '../../../analytics/quality/app.ts';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { freePorts } from '../../support/free-ports.ts';
import { nowhere } from '../../support/stack.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const general = 'C02GENERAL';

let stack: StackWithPeople;
let quality: Service;

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  stack = await startStackWithPeople({ statsUrls: { ...nowhere, quality: `http://127.0.0.1:${port}` } });
  quality = await createQuality({
    client: stack.api.client,
    clock: stack.api.clock.now,
    timeZone: 'Europe/Rome',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
  });
  await listen({ app: quality, host: '127.0.0.1', port });
});
afterAll(async () => {
  await stack.stop();
  await quality.close();
});

const answerTo = async (typed: string) => {
  const since = stack.person(ben).messages(general).length;
  await stack.person(ben).types(typed, general, '/stats');
  return eventually(() => {
    const [answer] = stack.person(ben).messages(general).slice(since);
    expect(answer).toBeDefined();
    return JSON.stringify(answer);
  });
};

describe('/stats', () => {
  test('response says how long people wait for a first answer', async () => {
    const { number } = await fileTicket(stack.api);
    stack.api.clock.pass(1500);
    const actor = { id: ben, name: 'ben', role: 'helpdesk' } as const;
    await stack.api.client.changeTicket({ number, actor, status: 'active' });

    const answer = await answerTo('response 3');

    expect(answer).toContain('Time to the first answer, last 3 months');
    expect(answer).toContain('The only one that is answered waited for 25 minutes.');
  });

  test('corrections says how often a category was corrected', async () => {
    expect(await answerTo('corrections')).toContain('Categories corrected, tickets of the last 12 months');
  });

  test('satisfaction says what reporters answer', async () => {
    expect(await answerTo('satisfaction 3')).toContain('Solved? Tickets of the last 3 months');
  });

  test('places says where problems are, without a period', async () => {
    expect(await answerTo('places')).toContain('Not closed yet, by place');

    await stack.person(ben).types('places 12', general, '/stats');
    expect(stack.person(ben).ephemerals().at(-1)).toContain('`/stats places`');
  });

  test('response with a wrong number gets one line with an example', async () => {
    await stack.person(ben).types('response often', general, '/stats');

    expect(stack.person(ben).ephemerals().at(-1)).toContain('`/stats response 12`');
  });
});

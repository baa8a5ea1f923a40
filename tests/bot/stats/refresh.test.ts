import { unavailable } from '@campus-desk/contract';
import { createLogger, createService, listen, type Service } from '@campus-desk/service-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { freePorts } from '../../support/free-ports.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';
import { sampleReport } from './sample-report.ts';

const general = 'C02GENERAL';

let stack: StackWithPeople;
let service: Service;
let isAway = false;

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  const logger = createLogger({ level: 'silent' });
  service = await createService({
    name: 'categories',
    title: 'A service that comes and goes',
    description: 'A service that comes and goes',
    logger,
    isReady: async () => {},
    token: undefined,
  });
  service.get('/report', async () => {
    if (isAway) throw unavailable({ message: 'Nothing to show: R&D <is> away.' });
    return sampleReport({ insight: 'All of the work is Technical IT.' });
  });
  const url = await listen({ app: service, host: '127.0.0.1', port });
  const nowhere = 'http://127.0.0.1:9';
  stack = await startStackWithPeople({
    statsUrls: { backlog: nowhere, resolution: nowhere, categories: url, charts: nowhere },
  });
});
afterAll(async () => {
  await stack.stop();
  await service.close();
});

describe('an answer of the statistics', () => {
  test('leads with a sentence, and does not repeat the table in its figures', async () => {
    const since = stack.person(ben).messages(general).length;

    await stack.person(ben).types('categories', general, '/stats');

    const [answer] = await eventually(() => {
      const messages = stack.person(ben).messages(general).slice(since);
      expect(messages).not.toHaveLength(0);
      return messages;
    });
    const [heading, insight, figures, table] = answer?.blocks ?? [];
    expect([heading, insight, figures].map(block => JSON.stringify(block))).toEqual([
      expect.stringContaining('Active tickets by category'),
      expect.stringContaining('All of the work is Technical IT.'),
      expect.not.stringContaining('Technical IT'),
    ]);
    expect(JSON.stringify(table)).toContain('Technical IT              3');
  });

  test('that cannot be refreshed stays, and the reason is written as it is', async () => {
    const [answer] = stack.person(ben).messages(general).slice(-1);
    if (answer === undefined) throw new Error('no answer');
    isAway = true;

    await stack.person(ben).pressesOn(answer, 'Refresh');

    await eventually(() =>
      expect(stack.person(ben).ephemerals().at(-1)).toContain('Nothing to show: R&amp;D &lt;is&gt; away.'),
    );
  });
});

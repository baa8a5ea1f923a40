import { createClient, unknownCampus } from '@campus-desk/contract';
import { createLogger, listen, type Service } from '@campus-desk/service-kit';
import type { SandboxMessage } from 'slack-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCategories } from '../../../analytics/categories/app.ts';
import { startTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { freePorts } from '../../support/free-ports.ts';
import { ben, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

const general = 'C02GENERAL';

let stack: StackWithPeople;
let service: Service;

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  const nowhere = 'http://127.0.0.1:9';
  const categories = `http://127.0.0.1:${port}`;
  stack = await startStackWithPeople({
    statsUrls: { backlog: nowhere, resolution: nowhere, categories, charts: nowhere },
    campus: { ...unknownCampus, languages: ['it'] },
  });
  service = await createCategories({
    client: createClient({ baseUrl: stack.gate.url, token: undefined }),
    clock: stack.api.clock.now,
    timeZone: 'Europe/Rome',
    logger: createLogger({ level: 'silent' }),
    token: undefined,
  });
  await listen({ app: service, host: '127.0.0.1', port });
  await startTicket(stack.api);
});
afterAll(async () => {
  await stack.stop();
  await service.close();
});

const person = () => stack.person(ben);

/** What stands in the first new message of a channel, once it is there. */
async function answerIn(channel: string, since: number): Promise<SandboxMessage> {
  return eventually(() => {
    const [answer] = person().messages(channel).slice(since);
    if (answer === undefined) throw new Error('no answer yet');
    return answer;
  });
}

describe('statistics of an Italian campus', () => {
  test('read in Italian in a channel, and stay so when somebody refreshes them', async () => {
    const since = person().messages(general).length;

    await person().types('categorie', general, '/stats');

    const answer = await answerIn(general, since);
    const words = JSON.stringify(answer.blocks);
    expect(words).toContain('Ticket in lavorazione per categoria');
    expect(words).toContain('Aggiorna');
    expect(words).toContain(', fuso orario Europe/Rome');
    await person().pressesOn(answer, 'Aggiorna');
    await eventually(async () => {
      const refreshed = await answerIn(general, since);
      expect(JSON.stringify(refreshed.blocks)).toContain('Ticket in lavorazione per categoria');
    });
  });

  test('name what is missing in Italian', async () => {
    const since = person().ephemerals().length;

    await person().types('backlog', general, '/stats');

    await eventually(() =>
      expect(person().ephemerals().slice(since)).toEqual([
        'Il servizio per «Non ancora chiusi» non è raggiungibile. Riprovare tra poco.',
      ]),
    );
  });

  test('are asked for in the language of the person', async () => {
    await person().types('', general, '/stats');

    expect(person().titles().at(-1)).toBe('Statistics');
  });

  test('come as a file in the language of the person', async () => {
    const since = person().messages('dm').length;
    const [answer] = person().messages(general).slice(-1);
    if (answer === undefined) throw new Error('no answer');

    await person().pressesOn(answer, 'CSV');

    await eventually(() =>
      expect(JSON.stringify(person().messages('dm').slice(since))).toContain('Active tickets by category'),
    );
  });
});

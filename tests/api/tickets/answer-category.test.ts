import { beforeEach, describe, expect, test } from 'vitest';
import { corrections } from '../../../db/index.ts';
import {
  ada,
  ben,
  carla,
  closeTicket,
  createTestApi,
  fileTicket,
  startTicket,
  type TestApi,
  testStart,
} from '../../support/api.ts';

let api: TestApi;
let learnt: number[];
beforeEach(async () => {
  learnt = [];
  api = await createTestApi({ learn: ({ id }) => learnt.push(id) });
});

const change = (body: object, number = 1) => api.call(`PATCH /v1/tickets/${number}`, body);
const history = async () => (await api.call('GET /v1/tickets/1/events')).body.events;
const stored = () => api.db.select().from(corrections).orderBy(corrections.id);
/** The word categoriser knows no word of it: service, perhaps it. */
const doubtful = { description: 'It hums' };

describe('the answer of the reporter to a doubtful category', () => {
  test('settles it, with its event and the correction it is', async () => {
    const before = await fileTicket(api, doubtful);
    expect(before).toMatchObject({ category: 'service', categorySecond: 'it', categoryUnsure: true });

    const answer = await change({ actor: ada, category: 'it' });

    expect(answer.body).toEqual({
      ...before,
      category: 'it',
      categorySecond: null,
      categorySource: 'reporter',
      categoryConfidence: null,
      categoryUnsure: false,
      categoryBecause: [],
      categoryModel: null,
      version: 2,
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.recategorised',
      actor: ada,
      changes: {
        category: { from: 'service', to: 'it' },
        categorySource: { from: 'auto', to: 'reporter' },
      },
    });
    expect(await stored()).toEqual([
      {
        id: 1,
        ticketNumber: 1,
        text: 'It hums',
        from: 'service',
        to: 'it',
        actorId: 'U01',
        actorName: 'Ada',
        actorRole: 'user',
        at: new Date(testStart),
        openedAt: new Date(testStart),
      },
    ]);
    expect(learnt).toEqual([1]);
  });

  test('may be that the guess is right, also while the ticket is active', async () => {
    await startTicket(api, doubtful);

    expect((await change({ actor: ada, category: 'service' })).body).toMatchObject({
      category: 'service',
      categorySource: 'reporter',
      categoryUnsure: false,
    });
    expect(await stored()).toMatchObject([{ from: 'service', to: 'service' }]);
  });

  test('is given once', async () => {
    await fileTicket(api, doubtful);
    const { body: answered } = await change({ actor: ada, category: 'it' });

    const refused = await change({ actor: ada, category: 'facility' });

    expect(refused).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden_for_role',
        detail: 'The category is settled: Technical IT, chosen by Ada. Only the helpdesk can change it now.',
        by: ada,
        ticket: answered,
      },
    });
    expect(await stored()).toHaveLength(1);
    expect(learnt).toEqual([1]);
  });

  test('comes too late when helpdesk has set the category', async () => {
    await fileTicket(api, doubtful);
    await change({ actor: ben, category: 'facility' });

    expect(await change({ actor: ada, category: 'it' })).toMatchObject({
      status: 403,
      body: {
        detail:
          'The category is settled: Facility management, chosen by Ben. Only the helpdesk can change it now.',
      },
    });
  });

  test('is not for another user', async () => {
    await fileTicket(api, doubtful);

    expect(await change({ actor: { id: 'U09', name: 'Zoe', role: 'user' }, category: 'it' })).toMatchObject({
      status: 403,
      body: {
        detail: 'Only the helpdesk can change the category of a ticket. Enter as helpdesk to do that.',
      },
    });
  });

  test('is not wanted while the categoriser is sure', async () => {
    await fileTicket(api);

    expect(await change({ actor: ada, category: 'service' })).toMatchObject({ status: 403 });
    expect(await stored()).toEqual([]);
  });

  test('is refused on a closed ticket', async () => {
    await closeTicket(api, doubtful);

    expect(await change({ actor: ada, category: 'it' })).toMatchObject({
      status: 409,
      body: { code: 'ticket_closed' },
    });
  });

  test('can be overridden by helpdesk', async () => {
    await fileTicket(api, doubtful);
    await change({ actor: ada, category: 'it' });

    const answer = await change({ actor: ben, category: 'facility' });

    expect(answer.body).toMatchObject({ category: 'facility', categorySource: 'helpdesk' });
    expect(await stored()).toMatchObject([
      { from: 'service', to: 'it', actorRole: 'user' },
      { from: 'it', to: 'facility', actorRole: 'helpdesk' },
    ]);
  });

  test('and helpdesk at once leave one category, and never a user above helpdesk', async () => {
    await fileTicket(api, doubtful);

    const [answered, set] = await Promise.all([
      change({ actor: ada, category: 'it' }),
      change({ actor: ben, category: 'facility' }),
    ]);

    expect(set.status).toBe(200);
    expect([200, 403]).toContain(answered.status);
    expect((await api.call('GET /v1/tickets/1')).body).toMatchObject({
      category: 'facility',
      categorySource: 'helpdesk',
    });
    expect(await stored()).toHaveLength(answered.status === 200 ? 2 : 1);
  });

  test('twice at once is given once', async () => {
    await fileTicket(api, doubtful);

    const answers = await Promise.all(['it', 'facility'].map(category => change({ actor: ada, category })));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect(await stored()).toHaveLength(1);
  });
});

describe('a category set by helpdesk', () => {
  test('is a correction, the same one too when nobody had said it', async () => {
    await fileTicket(api);
    await fileTicket(api, doubtful);

    await change({ actor: ben, category: 'facility' });
    await change({ actor: carla, category: 'service' }, 2);
    await change({ actor: ben, category: 'service' }, 2);

    expect(await stored()).toMatchObject([
      { ticketNumber: 1, from: 'it', to: 'facility', actorId: 'U02' },
      { ticketNumber: 2, from: 'service', to: 'service', actorId: 'U03' },
    ]);
  });

  test('beside a new description is a correction of that description', async () => {
    await fileTicket(api);

    await change({ actor: ben, category: 'facility', description: 'The window is broken' });

    expect(await stored()).toMatchObject([{ text: 'The window is broken', from: 'it', to: 'facility' }]);
  });

  test('that is refused teaches nothing', async () => {
    await startTicket(api);

    const refused = await change({ actor: carla, category: 'service', version: 1 });

    expect(refused.status).toBe(409);
    expect(await stored()).toEqual([]);
    expect(learnt).toEqual([]);
  });

  test('by two people at once is one correction', async () => {
    await fileTicket(api);

    const both = await Promise.all([
      change({ actor: ben, category: 'service', version: 1 }),
      change({ actor: carla, category: 'facility', version: 1 }),
    ]);

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await stored()).toHaveLength(1);
    expect(learnt).toHaveLength(1);
  });
});

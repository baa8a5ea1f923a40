import { beforeEach, describe, expect, test } from 'vitest';
import { idempotencyKeys, tickets } from '../../../db/index.ts';
import {
  ada,
  ben,
  closeTicket,
  createTestApi,
  fileTicket,
  type TestApi,
  testStart,
} from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const filing = { description: 'No WiFi in the reading room', location: 'Library, room 2.14', actor: ada };
const withKey = (key: string) => ({ 'idempotency-key': key });

describe('filing a ticket', () => {
  test('answers the open, categorised ticket and writes its event', async () => {
    const answer = await api.call('POST /v1/tickets', filing);

    expect(answer).toEqual({
      status: 201,
      type: 'application/json',
      body: {
        number: 1,
        status: 'open',
        description: 'No WiFi in the reading room',
        location: 'Library, room 2.14',
        place: null,
        category: 'it',
        categorySecond: 'service',
        categorySource: 'auto',
        categoryConfidence: 0.97,
        categoryUnsure: false,
        categoryBecause: ['wifi'],
        categoryModel: 'words-1',
        reporter: { id: 'U01', name: 'Ada' },
        answersOthers: false,
        assignee: null,
        followUpOf: null,
        duplicateOf: null,
        duplicates: [],
        followers: 0,
        source: null,
        closingNote: null,
        openedAt: testStart,
        startedAt: null,
        modifiedAt: testStart,
        closedAt: null,
        closedBy: null,
        solved: null,
        waiting: null,
        nameHidden: false,
        urgent: false,
        version: 1,
        move: 'helpdesk',
      },
    });
    const { body: history } = await api.call('GET /v1/tickets/1/events');
    expect(history.events).toEqual([
      {
        id: 1,
        ticketNumber: 1,
        type: 'ticket.filed',
        actor: ada,
        at: testStart,
        changes: {
          status: { from: null, to: 'open' },
          description: { from: null, to: 'No WiFi in the reading room' },
          location: { from: null, to: 'Library, room 2.14' },
          category: { from: null, to: 'it' },
        },
        messageId: null,
      },
    ]);
  });

  test('takes helpdesk as the reporter too', async () => {
    const ticket = await fileTicket(api, { actor: ben });

    expect(ticket.reporter).toEqual({ id: 'U02', name: 'Ben' });
  });

  test('stores the text raw, without control and bidi-override characters', async () => {
    const typed = '  <!channel> *bold*\r\n\u202eevil\u0000 & <b>"it\'s"</b> 😀 \u200d ';

    const ticket = await fileTicket(api, { description: typed, location: '' });

    expect(ticket.description).toBe('<!channel> *bold*\nevil & <b>"it\'s"</b> 😀 \u200d');
    expect(ticket.location).toBeNull();
  });

  test('takes 3000 characters as people count them, and refuses one more', async () => {
    const most = await api.call('POST /v1/tickets', { description: '😀'.repeat(3000), actor: ada });
    const more = await api.call('POST /v1/tickets', { description: '😀'.repeat(3001), actor: ada });

    expect(most.status).toBe(201);
    expect(more).toMatchObject({
      status: 400,
      body: { detail: 'The description is too long. Shorten it to 3000 characters.' },
    });
  });

  test('keeps an unsure category, marked as such', async () => {
    const ticket = await fileTicket(api, { description: 'It hums' });

    expect(ticket).toMatchObject({ category: 'service', categoryUnsure: true, categoryBecause: [] });
  });

  test('keeps where it came from', async () => {
    const source = { permalink: 'https://campus.slack.com/archives/C1/p1700000000000100' };

    const ticket = await fileTicket(api, { source });

    expect(ticket.source).toEqual(source);
  });

  test('without a key files each time', async () => {
    await api.call('POST /v1/tickets', filing);
    await api.call('POST /v1/tickets', filing);

    expect(await api.db.$count(tickets)).toBe(2);
  });
});

describe('filing what is not valid', () => {
  test.each([
    ['an empty description', { description: '' }, 'description'],
    ['a blank description', { description: ' \n\t ' }, 'description'],
    ['a description nobody can see', { description: ' \u200b\u2060\ufeff ' }, 'description'],
    ['a description of control characters only', { description: '\u0000\u202e' }, 'description'],
    ['no description', { description: undefined }, 'description'],
    ['a description that is no text', { description: 7 }, 'description'],
    ['a location of 201 characters', { location: 'x'.repeat(201) }, 'location'],
    ['no actor', { actor: undefined }, 'actor'],
    ['an unknown role', { actor: { ...ada, role: 'admin' } }, 'actor.role'],
    ['an unknown field', { colour: 'red' }, ''],
    ['an unknown field of the actor', { actor: { ...ada, boss: true } }, 'actor'],
    ['a source that is no address', { source: { permalink: 'javascript:alert(1)' } }, 'source.permalink'],
    ['a follow-up of ticket 0', { followUpOf: 0 }, 'followUpOf'],
  ])('%s is refused and stores nothing', async (_what, wrong, path) => {
    const answer = await api.call('POST /v1/tickets', { ...filing, ...wrong });

    expect(answer).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ path }] });
    expect(await api.db.$count(tickets)).toBe(0);
  });
});

describe('filing a follow-up', () => {
  test('links to the ticket before', async () => {
    await closeTicket(api);

    const ticket = await fileTicket(api, { description: 'Still no WiFi', followUpOf: 1 });

    expect(ticket).toMatchObject({ number: 2, status: 'open', followUpOf: 1 });
  });

  test('of an unknown ticket is refused and takes no number', async () => {
    const refused = await api.call('POST /v1/tickets', { ...filing, followUpOf: 99 });
    const next = await fileTicket(api);

    expect(refused).toMatchObject({
      status: 400,
      body: {
        code: 'validation_failed',
        detail: 'There is no ticket #99 to follow up.',
        errors: [{ path: 'followUpOf', message: 'There is no ticket #99 to follow up.' }],
      },
    });
    expect(next.number).toBe(1);
  });
});

describe('filing with an Idempotency-Key', () => {
  test('answers the same ticket again, as it is now, and takes no number', async () => {
    const first = await api.call('POST /v1/tickets', filing, withKey('V1'));
    const again = await api.call('POST /v1/tickets', filing, withKey('V1'));
    const next = await api.call('POST /v1/tickets', filing, withKey('V2'));

    expect(again).toEqual(first);
    expect(next.body.number).toBe(2);
  });

  test('refuses the same key with another body', async () => {
    await api.call('POST /v1/tickets', filing, withKey('V1'));

    const refused = await api.call('POST /v1/tickets', { ...filing, description: 'Else' }, withKey('V1'));

    expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
    expect(await api.db.$count(tickets)).toBe(1);
  });

  test('compares what was meant, not how it was written', async () => {
    const first = await api.call('POST /v1/tickets', filing, withKey('V1'));
    const spaced = { actor: ada, location: ' Library, room 2.14 ', description: `${filing.description}\n` };

    const again = await api.call('POST /v1/tickets', spaced, withKey('V1'));

    expect(again).toEqual(first);
  });

  test('keeps no key of a refused filing', async () => {
    await api.call('POST /v1/tickets', { ...filing, followUpOf: 99 }, withKey('V1'));

    expect(await api.db.$count(idempotencyKeys)).toBe(0);
  });

  test('refuses a key of 256 characters', async () => {
    const refused = await api.call('POST /v1/tickets', filing, withKey('x'.repeat(256)));

    expect(refused).toMatchObject({ status: 400, body: { errors: [{ path: 'idempotency-key' }] } });
  });

  test('makes one ticket of several at once, with the next number free', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.call('POST /v1/tickets', filing, withKey('V1'))),
    );
    const next = await fileTicket(api);

    expect(new Set(answers.map(answer => answer.body.number))).toEqual(new Set([1]));
    expect(next.number).toBe(2);
  });

  test('leaves no gap in the numbers when many are sent five times at once', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `V${index}`);
    for (let from = 0; from < keys.length; from += 4) {
      const some = keys.slice(from, from + 4);
      await Promise.all(
        some.flatMap(key =>
          Array.from({ length: 5 }, () => api.call('POST /v1/tickets', filing, withKey(key))),
        ),
      );
    }
    const next = await fileTicket(api);

    expect(next.number).toBe(keys.length + 1);
  });
});

describe('filing for somebody else', () => {
  const person = { id: 'U09', name: 'Rosa' };

  test('makes them the reporter, and the history says who did it for whom', async () => {
    const { status, body } = await api.call('POST /v1/tickets', { ...filing, actor: ben, reporter: person });

    expect(status).toBe(201);
    expect(body.reporter).toEqual(person);
    const { events } = (await api.call('GET /v1/tickets/1/events?role=helpdesk')).body;
    expect(events[0]).toMatchObject({ actor: ben, changes: { reporter: { from: null, to: person } } });
  });

  test('is the helpdesk’s; oneself is nobody else', async () => {
    const refused = await api.call('POST /v1/tickets', { ...filing, reporter: person });
    const own = await api.call('POST /v1/tickets', { ...filing, reporter: { id: ada.id, name: ada.name } });

    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden_for_role' } });
    expect(own.status).toBe(201);
    const { events } = (await api.call('GET /v1/tickets/1/events')).body;
    expect(events[0].changes).not.toHaveProperty('reporter');
  });
});

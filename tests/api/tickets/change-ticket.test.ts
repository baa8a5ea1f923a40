import { beforeEach, describe, expect, test } from 'vitest';
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
beforeEach(async () => {
  api = await createTestApi();
});

const change = (body: object, number = 1) => api.call(`PATCH /v1/tickets/${number}`, body);
const history = async (number = 1) =>
  (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body.events;
const later = '2026-11-22T09:10:00.000Z';

describe('what a user may change', () => {
  test('is the description and the location of an open ticket, also of somebody else', async () => {
    const before = await fileTicket(api, { actor: { id: 'U09', name: 'Zoe', role: 'user' } });
    api.clock.set(later);

    const answer = await change({ actor: ada, description: 'No WiFi at all', location: null });

    expect(answer.body).toEqual({
      ...before,
      description: 'No WiFi at all',
      location: null,
      modifiedAt: later,
      version: 2,
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.edited',
      actor: ada,
      at: later,
      changes: {
        description: { from: 'No WiFi in the reading room', to: 'No WiFi at all' },
        location: { from: 'Library, room 2.14', to: null },
      },
    });
  });

  test('is the same on an active ticket', async () => {
    await startTicket(api);

    expect(await change({ actor: ada, location: 'Hall' })).toMatchObject({
      status: 200,
      body: { status: 'active', location: 'Hall', version: 3 },
    });
  });

  test.each([{ status: 'active' }, { status: 'closed' }, { status: 'open' }])(
    'is not the status (%j)',
    async move => {
      await fileTicket(api);

      expect(await change({ actor: ada, ...move })).toMatchObject({
        status: 403,
        body: { code: 'forbidden_for_role' },
      });
    },
  );

  test('is not the category, not even beside something else', async () => {
    const before = await fileTicket(api);

    const refused = await change({ actor: ada, description: 'Other', category: 'facility' });

    expect(refused).toMatchObject({
      status: 403,
      body: {
        code: 'forbidden_for_role',
        detail: 'Only the helpdesk can change the category of a ticket. Enter as helpdesk to do that.',
      },
    });
    expect((await api.call('GET /v1/tickets/1')).body).toEqual(before);
  });
});

describe('the category', () => {
  test('set by helpdesk is theirs, without doubt or reason', async () => {
    const before = await fileTicket(api);

    const answer = await change({ actor: ben, category: 'facility' });

    expect(answer.body).toEqual({
      ...before,
      category: 'facility',
      categorySecond: null,
      categorySource: 'helpdesk',
      categoryConfidence: null,
      categoryUnsure: false,
      categoryBecause: [],
      categoryModel: null,
      version: 2,
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.recategorised',
      changes: {
        category: { from: 'it', to: 'facility' },
        categorySource: { from: 'auto', to: 'helpdesk' },
      },
    });
  });

  test('confirmed by helpdesk is a change, because the doubt goes', async () => {
    await fileTicket(api, { description: 'It hums' });

    const confirmed = await change({ actor: ben, category: 'service' });
    const again = await change({ actor: carla, category: 'service' });

    expect(confirmed.body).toMatchObject({ categorySource: 'helpdesk', categoryUnsure: false, version: 2 });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.recategorised',
      changes: { categorySource: { from: 'auto', to: 'helpdesk' } },
    });
    expect(again.body).toEqual(confirmed.body);
  });

  test('is assigned again when the description changes', async () => {
    await fileTicket(api);

    const answer = await change({ actor: ada, description: 'The window is broken' });

    expect(answer.body).toMatchObject({
      category: 'facility',
      categorySource: 'auto',
      categoryConfidence: 0.9,
      categoryBecause: ['window'],
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'ticket.recategorised',
      changes: { category: { from: 'it', to: 'facility' } },
    });
  });

  test('stays when helpdesk has set it, whatever the description becomes', async () => {
    await fileTicket(api);
    await change({ actor: ben, category: 'service' });

    const answer = await change({ actor: ada, description: 'The window is broken' });

    expect(answer.body).toMatchObject({ category: 'service', categorySource: 'helpdesk' });
    expect((await history()).at(-1)).toMatchObject({ type: 'ticket.edited' });
  });

  test('stays when only the location changes', async () => {
    await fileTicket(api);

    const answer = await change({ actor: ada, location: 'By the window' });

    expect(answer.body).toMatchObject({ category: 'it', categorySource: 'auto' });
  });
});

describe('a change of several fields', () => {
  test('is one event, named after its weightiest part', async () => {
    await fileTicket(api);

    const answer = await change({
      actor: ben,
      status: 'active',
      category: 'facility',
      description: 'The window is broken',
      location: 'Hall',
    });

    expect(answer.body).toMatchObject({ status: 'active', category: 'facility', version: 2 });
    const events = await history();
    expect(events).toHaveLength(2);
    expect(events[1]).toMatchObject({
      type: 'ticket.started',
      changes: {
        status: { from: 'open', to: 'active' },
        assignee: { from: null, to: { id: 'U02', name: 'Ben' } },
        category: { from: 'it', to: 'facility' },
        categorySource: { from: 'auto', to: 'helpdesk' },
        description: { from: 'No WiFi in the reading room', to: 'The window is broken' },
        location: { from: 'Library, room 2.14', to: 'Hall' },
      },
    });
  });

  test('to what already is changes nothing', async () => {
    const before = await fileTicket(api);
    api.clock.set(later);

    const answer = await change({
      actor: ada,
      description: before.description,
      location: before.location,
      version: 1,
    });

    expect(answer).toMatchObject({ status: 200, body: before });
    expect(await history()).toHaveLength(1);
  });
});

describe('a change that is not valid', () => {
  test.each([
    ['nothing to change', {}],
    ['a version only', { version: 1 }],
    ['a closing note without closing', { closingNote: 'Done' }],
    ['a closing note with starting', { status: 'active', closingNote: 'Done' }],
    ['an empty description', { description: ' ' }],
    ['an unknown category', { category: 'other' }],
    ['version 0', { version: 0, location: 'Hall' }],
    ['an unknown field', { location: 'Hall', number: 7 }],
    ['a field only the API sets', { openedAt: testStart }],
  ])('%s is refused', async (_what, body) => {
    await fileTicket(api);

    expect(await change({ actor: ben, ...body })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed' },
    });
    expect(await history()).toHaveLength(1);
  });

  test('without an actor is refused', async () => {
    await fileTicket(api);

    expect(await change({ location: 'Hall' })).toMatchObject({
      status: 400,
      body: { detail: 'actor is missing.' },
    });
  });

  test('of an unknown ticket finds none', async () => {
    expect(await change({ actor: ben, location: 'Hall' }, 7)).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'There is no ticket #7.' },
    });
  });
});

describe('an edit of a closed ticket', () => {
  test.each([
    ['user', ada, { description: 'Still no WiFi' }],
    ['helpdesk', carla, { category: 'service' }],
    ['helpdesk with a stale version', carla, { location: 'Hall', version: 1 }],
    ['helpdesk with nothing new', carla, { description: 'No WiFi in the reading room' }],
  ])('by %s is refused with the name of who closed it', async (_who, actor, edit) => {
    const closed = await closeTicket(api);

    expect(await change({ actor, ...edit })).toMatchObject({
      status: 409,
      body: {
        code: 'ticket_closed',
        detail:
          'Already closed by Ben. A closed ticket stays as it is; file a follow-up if the problem is still there.',
        by: ben,
        ...(actor.role === 'helpdesk' && { ticket: closed }),
      },
    });
  });
});

describe('a version', () => {
  test('that is not the current one is refused with the name of who changed the ticket', async () => {
    await fileTicket(api);
    const { body: current } = await change({ actor: carla, location: 'Hall' });

    expect(await change({ actor: ada, description: 'Other', version: 1 })).toMatchObject({
      status: 409,
      body: {
        code: 'version_conflict',
        detail:
          'Carla changed this ticket in the meantime. Look at it again and repeat what is still needed.',
        by: carla,
        ticket: current,
      },
    });
  });

  test('of a legal move counts too', async () => {
    await fileTicket(api);
    await change({ actor: ada, location: 'Hall' });

    expect(await change({ actor: ben, status: 'active', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', by: ada },
    });
  });

  test('lets exactly one of two edits at once through', async () => {
    await fileTicket(api);

    const answers = await Promise.all([
      change({ actor: ada, description: 'WiFi A', version: 1 }),
      change({ actor: ben, description: 'WiFi B', version: 1 }),
    ]);

    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(lost?.body).toMatchObject({ code: 'version_conflict', ticket: won?.body });
    expect(await history()).toHaveLength(2);
  });

  test('left out, lets both of two edits at once through, one after the other', async () => {
    await fileTicket(api);

    const answers = await Promise.all([
      change({ actor: ada, description: 'WiFi here' }),
      change({ actor: ben, location: 'There' }),
    ]);

    expect(answers.map(answer => answer.status)).toEqual([200, 200]);
    expect((await api.call('GET /v1/tickets/1')).body).toMatchObject({
      description: 'WiFi here',
      location: 'There',
      version: 3,
    });
  });
});

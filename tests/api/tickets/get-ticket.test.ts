import { beforeEach, describe, expect, test } from 'vitest';
import { closeTicket, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

describe('looking at a ticket', () => {
  test.each([
    ['open', fileTicket],
    ['active', startTicket],
  ])('an %s one is shown to both roles', async (_status, given) => {
    const ticket = await given(api);

    const asUser = await api.call('GET /v1/tickets/1?role=user');
    const asHelpdesk = await api.call('GET /v1/tickets/1?role=helpdesk');

    expect(asUser).toEqual({ status: 200, type: 'application/json', body: ticket });
    expect(asHelpdesk).toEqual(asUser);
  });

  test('a closed one is shown to helpdesk', async () => {
    const ticket = await closeTicket(api);

    expect((await api.call('GET /v1/tickets/1?role=helpdesk')).body).toEqual(ticket);
  });

  test.each(['?role=user', ''])(
    'a closed one is kept from users, who learn how to see it (%j)',
    async query => {
      await closeTicket(api);

      const refused = await api.call(`GET /v1/tickets/1${query}`);

      expect(refused).toMatchObject({ status: 403, type: 'application/problem+json' });
      expect(refused.body).toEqual({
        type: 'about:blank',
        title: 'forbidden for role',
        status: 403,
        code: 'forbidden_for_role',
        detail: 'Ticket #1 is closed. Closed tickets are shown to helpdesk only: /ticket 1 as helpdesk',
        reason: 'closed_ticket',
        values: { number: 1 },
        requestId: expect.any(String),
      });
    },
  );

  test('an unknown one is not found', async () => {
    expect(await api.call('GET /v1/tickets/2147483647')).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'There is no ticket #2147483647.' },
    });
  });

  test('each of those who ask at the same moment gets their own answer', async () => {
    for (const description of ['Lamp', 'Printer']) await fileTicket(api, { description });

    const asked = [2, 9, 1, 2].map(number => api.call(`GET /v1/tickets/${number}?role=user`));

    expect(await Promise.all(asked)).toMatchObject([
      { status: 200, body: { number: 2, description: 'Printer' } },
      { status: 404, body: { detail: 'There is no ticket #9.' } },
      { status: 200, body: { number: 1, description: 'Lamp' } },
      { status: 200, body: { number: 2, description: 'Printer' } },
    ]);
  });

  test.each(['abc', '0', '-1', '1.5', '1e3', '0x1', '2147483648', '99999999999', '%20', '١'])(
    'number %s is not valid',
    async number => {
      expect(await api.call(`GET /v1/tickets/${number}`)).toMatchObject({
        status: 400,
        body: {
          code: 'validation_failed',
          detail: 'A ticket number is a whole number from 1, such as 12.',
          errors: [{ path: 'number' }],
        },
      });
    },
  );

  test('an unknown role is not valid', async () => {
    expect(await api.call('GET /v1/tickets/1?role=admin')).toMatchObject({
      status: 400,
      body: { detail: 'role must be one of user, helpdesk.' },
    });
  });
});

describe('the history of a ticket', () => {
  test('comes in pages, oldest first', async () => {
    await closeTicket(api);

    const first = (await api.call('GET /v1/tickets/1/events?role=helpdesk&limit=2')).body;
    const second = (
      await api.call(`GET /v1/tickets/1/events?role=helpdesk&limit=2&cursor=${first.nextCursor}`)
    ).body;

    expect(first.events.map((event: { type: string }) => event.type)).toEqual([
      'ticket.filed',
      'ticket.started',
    ]);
    expect(second).toMatchObject({ events: [{ type: 'ticket.closed' }], nextCursor: null });
  });

  test('of an unknown ticket is not found', async () => {
    expect(await api.call('GET /v1/tickets/1/events')).toMatchObject({ status: 404 });
  });

  test('with a broken cursor is not valid', async () => {
    await fileTicket(api);

    expect(await api.call('GET /v1/tickets/1/events?cursor=zzz')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'cursor' }] },
    });
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, closeTicket, createTestApi, type TestApi } from '../../support/api.ts';

const refused = {
  status: 403,
  body: {
    code: 'forbidden_for_role',
    detail: 'Ticket #1 is closed. Closed tickets are shown to helpdesk only: /ticket 1 as helpdesk',
  },
};

describe('a closed ticket', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await createTestApi();
    await closeTicket(api);
    const origin = { channel: 'C1', ts: '1700000000.000100' };
    await api.call('POST /v1/tickets/1/messages', { actor: ben, body: 'The router was replaced', origin });
  });

  const routes = [
    'GET /v1/tickets/1',
    'GET /v1/tickets/1/messages',
    'GET /v1/tickets/1/events',
    'GET /v1/messages/message-0001',
    'GET /v1/messages?channel=C1&ts=1700000000.000100',
  ] as const;

  test.each(routes)('is refused to a user by %s, and shown to helpdesk', async route => {
    const more = route.includes('?') ? '&' : '?';

    expect(await api.call(route)).toMatchObject(refused);
    expect(await api.call(`${route}${more}role=user`)).toMatchObject(refused);
    expect(await api.call(`${route}${more}role=helpdesk`)).toMatchObject({ status: 200 });
  });

  test.each([
    ['PATCH /v1/messages/message-0001', { body: 'x' }],
    ['DELETE /v1/messages/message-0001', {}],
    ['POST /v1/tickets/1/messages', { body: 'x', origin: { channel: 'C1', ts: '1700000000.000100' } }],
  ] as const)('keeps what others wrote from a user who asks by %s', async (route, body) => {
    expect(await api.call(route, { actor: ada, ...body })).toMatchObject(refused);
    const stored = await api.call('GET /v1/messages/message-0001?role=helpdesk');
    expect(stored.body).toMatchObject({ body: 'The router was replaced', deletedAt: null });
  });

  test('lets a user edit and delete what they wrote themselves', async () => {
    await api.call('POST /v1/tickets/1/messages', { actor: ada, body: 'Thanks' });

    const edited = await api.call('PATCH /v1/messages/message-0002', { actor: ada, body: 'Thank you' });
    const deleted = await api.call('DELETE /v1/messages/message-0002', { actor: ada });

    expect([edited.body.body, deleted.status]).toEqual(['Thank you', 200]);
  });

  test('is not in the answer to a user who was too late, but who closed it is', async () => {
    const { status, body } = await api.call('PATCH /v1/tickets/1', { actor: ada, description: 'x' });

    expect({ status, code: body.code, by: body.by.name, ticket: body.ticket }).toEqual({
      status: 409,
      code: 'ticket_closed',
      by: 'Ben',
      ticket: undefined,
    });
  });

  test('is in the answer to helpdesk who was too late', async () => {
    const { body } = await api.call('PATCH /v1/tickets/1', { actor: ben, description: 'x' });

    expect(body).toMatchObject({ code: 'ticket_closed', ticket: { number: 1, status: 'closed' } });
  });
});

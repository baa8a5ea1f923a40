import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
  await fileTicket(api);
  await fileTicket(api);
});

const card = { channel: 'C1', ts: '1700000001.000200' };
const bind = (path: string, place: object) => api.call(`PUT /v1/tickets/${path}`, place);
const find = ({ channel, ts }: typeof card) => api.call(`GET /v1/threads?channel=${channel}&ts=${ts}`);

describe('binding a thread', () => {
  test('makes it findable by its place and by its ticket', async () => {
    const bound = await bind('1/threads/helpdesk', card);
    await bind('1/threads/reporter', { channel: 'D1', ts: card.ts });

    const helpdesk = { ticketNumber: 1, side: 'helpdesk', ...card };
    expect(bound).toEqual({ status: 200, type: 'application/json', body: helpdesk });
    expect((await find(card)).body).toEqual(helpdesk);
    expect((await api.call('GET /v1/tickets/1/threads')).body).toEqual({
      threads: [helpdesk, { ticketNumber: 1, side: 'reporter', channel: 'D1', ts: card.ts }],
    });
    expect((await api.call('GET /v1/tickets/2/threads')).body).toEqual({ threads: [] });
  });

  test('again is the same', async () => {
    const first = await bind('1/threads/helpdesk', card);

    expect(await bind('1/threads/helpdesk', card)).toEqual(first);
  });

  test('elsewhere replaces the one before', async () => {
    await bind('1/threads/helpdesk', card);
    const moved = { channel: 'C2', ts: '1700000009.000000' };

    await bind('1/threads/helpdesk', moved);

    expect((await find(moved)).body).toEqual({ ticketNumber: 1, side: 'helpdesk', ...moved });
    expect((await find(card)).status).toBe(404);
  });

  test('elsewhere keeps the former place findable for who asks for it', async () => {
    await bind('1/threads/helpdesk', card);
    await bind('1/threads/helpdesk', { channel: 'C2', ts: '1700000009.000000' });

    const former = await api.call(`GET /v1/threads?channel=${card.channel}&ts=${card.ts}&former=true`);

    expect(former).toMatchObject({ status: 200, body: { ticketNumber: 1, side: 'helpdesk', ...card } });
  });

  test('there and back keeps one thread, and is found where it is', async () => {
    const elsewhere = { channel: 'C2', ts: '1700000009.000000' };
    for (const place of [card, elsewhere, card, elsewhere, card]) await bind('1/threads/helpdesk', place);

    expect((await find(card)).body).toEqual({ ticketNumber: 1, side: 'helpdesk', ...card });
    expect((await find(elsewhere)).status).toBe(404);
  });

  test.each(['2/threads/helpdesk', '1/threads/reporter'])(
    'that belongs elsewhere already is refused (%s)',
    async path => {
      await bind('1/threads/helpdesk', card);

      expect(await bind(path, card)).toMatchObject({
        status: 422,
        body: {
          code: 'idempotency_mismatch',
          detail: 'That Slack thread is already the helpdesk thread of ticket #1.',
        },
      });
    },
  );

  test('to two tickets at once binds exactly one', async () => {
    const answers = await Promise.all([bind('1/threads/helpdesk', card), bind('2/threads/helpdesk', card)]);

    expect(answers.map(answer => answer.status).sort()).toEqual([200, 422]);
  });

  test.each([
    ['9/threads/helpdesk', card, 404],
    ['1/threads/window', card, 400],
    ['0/threads/helpdesk', card, 400],
    ['1/threads/helpdesk', { channel: 'C1' }, 400],
    ['1/threads/helpdesk', { channel: 'C1', ts: '17' }, 400],
  ])('%s with %j is refused', async (path, place, status) => {
    expect((await bind(path, place)).status).toBe(status);
  });
});

describe('finding a thread', () => {
  test('that is no ticket’s finds none', async () => {
    expect(await find(card)).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'That Slack thread belongs to no ticket.' },
    });
  });

  test('of an unknown ticket finds none', async () => {
    expect(await api.call('GET /v1/tickets/9/threads')).toMatchObject({ status: 404 });
  });
});

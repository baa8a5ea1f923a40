import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

describe('the threads of tickets that are not closed', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await createTestApi();
  });
  afterEach(() => api.close());

  const bind = (number: number, ref: object, side = 'helpdesk') =>
    api.call(`PUT /v1/tickets/${number}/threads/${side}`, ref);
  const list = async (query = '') => (await api.call(`GET /v1/threads/unclosed${query}`)).body;

  test('come by ticket, a page at a time, without those of closed ones', async () => {
    for (const ts of ['1.1', '2.2']) await bind((await fileTicket(api)).number, { channel: 'C1', ts });
    await bind(1, { channel: 'D1', ts: '1.2' }, 'reporter');
    await bind((await closeTicket(api)).number, { channel: 'C1', ts: '3.3' });

    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);

    const threads = [...first.threads, ...second.threads];
    expect(threads.map(({ ts, seen }) => [ts, seen])).toEqual([
      ['1.1', null],
      ['1.2', null],
      ['2.2', null],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('with former include where a card stood before, which remembers what was seen of it too', async () => {
    await fileTicket(api);
    await bind(1, { channel: 'C1', ts: '1.1' });
    await bind(1, { channel: 'C1', ts: '7.7' });

    const first = await list('?limit=1&former=true');
    const second = await list(`?limit=1&former=true&cursor=${first.nextCursor}`);
    const seen = await api.call('PUT /v1/threads/seen', { channel: 'C1', ts: '1.1', seen: '5.5 3' });

    expect([...first.threads, ...second.threads]).toMatchObject([{ ts: '1.1' }, { ts: '7.7' }]);
    expect(seen.status).toBe(200);
    expect((await list('?former=true')).threads).toMatchObject([
      { ts: '1.1', seen: '5.5 3' },
      { seen: null },
    ]);
    const { body } = await api.call('GET /v1/tickets/1/threads?former=true');
    expect(body.threads).toMatchObject([{ ts: '7.7' }, { ts: '1.1' }]);
  });

  test('remember what was seen of them, until another thread takes their place', async () => {
    await fileTicket(api);
    await bind(1, { channel: 'C1', ts: '1.1' });

    await api.call('PUT /v1/threads/seen', { channel: 'C1', ts: '1.1', seen: '5.5 3' });
    expect((await list()).threads).toMatchObject([{ seen: '5.5 3' }]);
    await bind(1, { channel: 'C1', ts: '1.1' });
    expect((await list()).threads).toMatchObject([{ seen: '5.5 3' }]);
    await bind(1, { channel: 'C1', ts: '7.7' });
    expect((await list()).threads).toMatchObject([{ ts: '7.7', seen: null }]);
  });

  test('of no ticket are not found', async () => {
    const answer = await api.call('PUT /v1/threads/seen', { channel: 'C1', ts: '1.1', seen: '5.5 3' });

    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});

import type { Message } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { ada, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
  await fileTicket(api);
});

const origin = { channel: 'D1', ts: '1700000000.000100' };
const copy = { channel: 'C1', ts: '1700000001.000200' };
const post = async (body: object = {}): Promise<Message> =>
  (await api.call('POST /v1/tickets/1/messages', { actor: ada, body: 'Still down', ...body })).body;
const remember = (id: string, place: object) => api.call(`PUT /v1/messages/${id}/copies`, place);
const find = async ({ channel, ts }: { channel: string; ts: string }) =>
  (await api.call(`GET /v1/messages?channel=${channel}&ts=${ts}`)).body;

describe('the conversation under a ticket', () => {
  const bodies = async (query: string) => (await api.call(`GET /v1/tickets/1/messages?${query}`)).body;

  test('comes in pages, oldest first', async () => {
    for (const body of ['a', 'b', 'c']) await post({ body });

    const first = await bodies('limit=2');
    const second = await bodies(`limit=2&cursor=${first.nextCursor}`);

    expect(first.messages.map((message: Message) => message.body)).toEqual(['a', 'b']);
    expect(second.messages.map((message: Message) => message.body)).toEqual(['c']);
    expect(second.nextCursor).toBeNull();
  });

  test('comes newest first when asked', async () => {
    for (const body of ['a', 'b', 'c']) {
      api.clock.pass(60);
      await post({ body });
    }

    const first = await bodies('limit=2&newestFirst=true');
    const second = await bodies(`limit=2&newestFirst=true&cursor=${first.nextCursor}`);

    expect(first.messages.map((message: Message) => message.body)).toEqual(['c', 'b']);
    expect(second.messages.map((message: Message) => message.body)).toEqual(['a']);
  });

  test('refuses a broken cursor, or one of the other direction', async () => {
    for (const body of ['a', 'b']) await post({ body });
    const { nextCursor } = await bodies('limit=1');

    for (const query of ['cursor=zzz', `newestFirst=true&cursor=${nextCursor}`])
      expect(await api.call(`GET /v1/tickets/1/messages?${query}`)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'cursor' }] },
      });
  });

  test('of an unknown ticket is not found', async () => {
    expect(await api.call('GET /v1/tickets/9/messages')).toMatchObject({ status: 404 });
  });
});

describe('finding a message by its place in Slack', () => {
  test('finds it by its original and by each copy', async () => {
    const message = await post({ origin });
    const other = { channel: 'C1', ts: '1700000002.000000' };
    await remember(message.id, copy);
    await remember(message.id, other);

    for (const place of [origin, copy, other])
      expect(await find(place)).toEqual({ messages: [message], nextCursor: null });
  });

  test('finds nothing at another place, not even with the same ts', async () => {
    await post({ origin });

    expect(await find({ ...origin, channel: 'D2' })).toEqual({ messages: [], nextCursor: null });
  });

  test('needs channel and ts', async () => {
    expect(await api.call('GET /v1/messages?channel=D1')).toMatchObject({
      status: 400,
      body: { detail: 'ts is missing.' },
    });
  });
});

describe('remembering a copy', () => {
  test('once or twice is the same', async () => {
    const { id } = await post();

    const first = await remember(id, copy);
    const again = await remember(id, copy);

    expect(first).toEqual({ status: 200, type: 'application/json', body: { messageId: id, ...copy } });
    expect(again).toEqual(first);
    expect((await api.call(`GET /v1/messages/${id}/copies`)).body).toEqual({ copies: [first.body] });
  });

  test('that is another message’s is refused', async () => {
    const mine = await post();
    const yours = await post();
    await remember(mine.id, copy);

    expect(await remember(yours.id, copy)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch' },
    });
  });

  test('of an unknown message finds none', async () => {
    expect(await remember('nothing', copy)).toMatchObject({ status: 404 });
    expect(await api.call('GET /v1/messages/nothing/copies')).toMatchObject({ status: 404 });
  });
});

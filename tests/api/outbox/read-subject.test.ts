import { afterEach, beforeEach, expect, test } from 'vitest';
import { ben, closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});
afterEach(() => api.close());

const subject = (number: number, messageIds: string[] = []) =>
  api.call(`POST /v1/outbox/tickets/${number}`, { messageIds });
const post = async (number: number, words: object): Promise<string> =>
  (await api.call(`POST /v1/tickets/${number}/messages`, { actor: ben, ...words })).body.id;

test('is the ticket as helpdesk sees it, with both threads and the named messages, notes among them', async () => {
  await closeTicket(api);
  await post(1, { body: 'Nobody asks for this one.' });
  const note = await post(1, { body: 'The lamp is too old.', internal: true });
  const later = await post(1, { body: 'A new one is in.' });
  await api.call('PUT /v1/tickets/1/threads/reporter', { channel: 'D01', ts: '2.000100' });
  await api.call('PUT /v1/tickets/1/threads/helpdesk', { channel: 'C01', ts: '1.000100' });

  const { status, body } = await subject(1, [later, note, note]);

  expect(status).toBe(200);
  expect(body.ticket).toEqual((await api.call('GET /v1/tickets/1?role=helpdesk')).body);
  expect(body.threads).toEqual((await api.call('GET /v1/tickets/1/threads')).body.threads);
  expect(body.threads).toHaveLength(2);
  const { messages } = (await api.call('GET /v1/tickets/1/messages?role=helpdesk')).body;
  expect(new Set(body.messages)).toEqual(new Set(messages.slice(1)));
});

test('has no threads and no messages where there are none', async () => {
  await fileTicket(api);

  expect((await subject(1)).body).toMatchObject({ threads: [], messages: [] });
});

test('is not found when the ticket, or a message under it, is not there', async () => {
  await fileTicket(api);
  await fileTicket(api);
  const other = await post(2, { body: 'Under the other ticket.' });

  expect(await subject(3)).toMatchObject({ status: 404, body: { detail: 'There is no ticket #3.' } });
  expect(await subject(1, ['01UNKNOWN'])).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await subject(1, [other])).toMatchObject({ status: 404, body: { code: 'not_found' } });
});

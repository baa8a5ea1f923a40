import { AppError, createClient } from '@campus-desk/contract';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, startTestApi, testStart } from '../../support/api.ts';

describe('the typed client against the real API', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;

  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.close());

  test('files, lists, starts, closes and shows the history of a ticket', async () => {
    const { client } = api;

    const filed = await client.fileTicket(
      { description: 'The WiFi is down', actor: ada },
      { idempotencyKey: 'V1' },
    );
    const again = await client.fileTicket(
      { description: 'The WiFi is down', actor: ada },
      { idempotencyKey: 'V1' },
    );
    const listed = await client.listTickets({ role: 'user', q: 'wifi' });
    await client.changeTicket({ number: 1, actor: ben, status: 'active', version: 1 });
    const closed = await client.changeTicket({
      number: 1,
      actor: ben,
      status: 'closed',
      closingNote: 'Reset.',
    });
    const seen = await client.getTicket({ number: 1, role: 'helpdesk' });
    const { events } = await client.listEvents({ number: 1, role: 'helpdesk' });

    expect(again).toEqual(filed);
    expect(listed).toEqual({ tickets: [filed], nextCursor: null, total: 1 });
    expect(seen).toEqual(closed);
    expect(events.map(event => event.type)).toEqual(['ticket.filed', 'ticket.started', 'ticket.closed']);
  });

  test('posts, finds, mirrors, edits and deletes a message', async () => {
    const { client } = api;
    await client.fileTicket({ description: 'The WiFi is down', actor: ada }, { idempotencyKey: 'V1' });
    const origin = { channel: 'D1', ts: '1700000000.000100' };
    const copy = { channel: 'C1', ts: '1700000001.000200' };

    const posted = await client.postMessage({ number: 1, actor: ada, body: 'Still down', origin });
    await client.rememberCopy({ id: posted.id, ...copy });
    const found = await client.findMessages(copy);
    const edited = await client.editMessage({ id: posted.id, actor: ada, body: 'Up again' });
    const deleted = await client.deleteMessage({ id: posted.id, actor: ada });

    expect(found.messages).toEqual([posted]);
    expect(await client.listCopies({ id: posted.id })).toEqual([{ messageId: posted.id, ...copy }]);
    expect(edited).toEqual({ ...posted, body: 'Up again', editedAt: testStart });
    expect(deleted).toEqual({ ...edited, body: '', deletedAt: testStart });
    expect(await client.getMessage({ id: posted.id })).toEqual(deleted);
    expect((await client.listMessages({ number: 1, newestFirst: true })).messages).toEqual([deleted]);
  });

  test('binds threads, reads and acknowledges the outbox, and takes a lease', async () => {
    const { client } = api;
    await client.fileTicket({ description: 'The WiFi is down', actor: ada }, { idempotencyKey: 'V1' });
    const place = { channel: 'C1', ts: '1700000001.000200' };

    const bound = await client.bindThread({ number: 1, side: 'helpdesk', ...place });
    const { events } = await client.readOutbox({ wait: 1 });
    const acknowledged = await client.acknowledge({ ids: events.map(event => event.id) });
    const lease = await client.takeLease({ name: 'sync', holder: 'bot-1', ttlSeconds: 30 });

    expect(bound).toEqual({ ticketNumber: 1, side: 'helpdesk', ...place });
    expect(await client.findThread(place)).toEqual(bound);
    expect(await client.listThreads({ number: 1 })).toEqual([bound]);
    expect(acknowledged).toEqual({ acknowledged: 1 });
    expect((await client.readOutbox({})).events).toEqual([]);
    expect(lease).toEqual({ name: 'sync', holder: 'bot-1', expiresAt: '2026-11-22T09:00:30.000Z', fence: 1 });
    await client.checkReady();
  });

  test('throws the code, the sentence and the details of a refusal', async () => {
    const refused = await api.client.getTicket({ number: 9, role: 'user' }).catch(error => error);

    expect(refused).toBeInstanceOf(AppError);
    expect({ code: refused.code, message: refused.message }).toEqual({
      code: 'not_found',
      message: 'There is no ticket #9.',
    });
  });

  test('throws unavailable when nobody answers', async () => {
    const nobody = createClient({ baseUrl: 'http://127.0.0.1:1', token: undefined });

    await expect(nobody.checkReady()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

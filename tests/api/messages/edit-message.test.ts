import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, createTestApi, fileTicket, type TestApi, testStart } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
  await fileTicket(api);
  await api.call('POST /v1/tickets/1/messages', { actor: ada, body: 'Frist', files: [photo] });
  api.clock.set(later);
});

const photo = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  size: 48213,
  url: 'https://files.slack.com/photo.jpg',
};
const later = '2026-11-22T09:10:00.000Z';
const id = 'message-0001';
const edit = (body: object) => api.call(`PATCH /v1/messages/${id}`, { actor: ada, ...body });
const remove = (actor = ada) => api.call(`DELETE /v1/messages/${id}`, { actor });
const read = async () => (await api.call(`GET /v1/messages/${id}`)).body;
const events = async () => (await api.call('GET /v1/tickets/1/events')).body.events.slice(2);

describe('editing a message', () => {
  test('changes it and keeps the earlier version in the history', async () => {
    const before = await read();

    const answer = await edit({ body: 'First' });

    expect(answer).toMatchObject({ status: 200, body: { ...before, body: 'First', editedAt: later } });
    expect(await read()).toEqual(answer.body);
    expect((await api.call('GET /v1/tickets/1')).body).toMatchObject({ modifiedAt: later, version: 1 });
    expect(await events()).toEqual([
      {
        id: 3,
        ticketNumber: 1,
        type: 'message.edited',
        actor: ada,
        at: later,
        changes: { body: { from: 'Frist', to: 'First' } },
        messageId: id,
      },
    ]);
  });

  test('to the same words changes nothing', async () => {
    const before = await read();

    const answer = await edit({ body: ' Frist ', editedTs: '1700000009.000000' });

    expect(answer.body).toEqual(before);
    expect(await events()).toEqual([]);
    expect((await api.call('GET /v1/tickets/1')).body.modifiedAt).toBe(testStart);
  });

  test.each(['1700000005.000100', '1700000005.000099', '999999999.999999'])(
    'that Slack made at %s, not after the stored edit, changes nothing',
    async editedTs => {
      const stored = (await edit({ body: 'Newest', editedTs: '1700000005.000100' })).body;

      const answer = await edit({ body: 'Older', editedTs });

      expect(answer.body).toEqual(stored);
      expect(await events()).toHaveLength(1);
    },
  );

  test('that Slack made later is the newest', async () => {
    await edit({ body: 'Second', editedTs: '999999999.999999' });

    expect((await edit({ body: 'Third', editedTs: '1700000005.000100' })).body.body).toBe('Third');
  });

  test('to the same words still outdates older edits', async () => {
    await edit({ body: 'Frist', editedTs: '1700000005.000100' });

    expect((await edit({ body: 'Older', editedTs: '1700000004.000000' })).body.body).toBe('Frist');
  });

  test('in any order at once ends with the newest', async () => {
    const seconds = [3, 1, 4, 2, 5];

    await Promise.all(
      seconds.map(second => edit({ body: `Edit ${second}`, editedTs: `170000000${second}.000000` })),
    );

    expect((await read()).body).toBe('Edit 5');
    const bodies = (await events()).map((event: { changes: { body: object } }) => event.changes.body);
    for (const [index, body] of bodies.entries()) expect(body.from).toBe(bodies[index - 1]?.to ?? 'Frist');
  });

  test.each([
    ['no body', {}],
    ['an empty body', { body: ' ' }],
    ['3001 characters', { body: 'x'.repeat(3001) }],
    ['a time that is none of Slack’s', { body: 'x', editedTs: 'yesterday' }],
    ['an unknown field', { body: 'x', files: [] }],
  ])('with %s is refused', async (_what, body) => {
    expect(await edit(body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  test('that is unknown finds none', async () => {
    expect(await api.call('PATCH /v1/messages/nothing', { actor: ada, body: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'not_found', detail: 'There is no such message.' },
    });
  });
});

describe('deleting a message', () => {
  test('leaves a tombstone, and what it said in the history', async () => {
    const before = await read();

    const answer = await remove(ben);

    expect(answer).toMatchObject({ status: 200, body: { ...before, body: '', files: [], deletedAt: later } });
    expect(await read()).toEqual(answer.body);
    expect((await api.call('GET /v1/tickets/1/messages')).body.messages).toEqual([answer.body]);
    expect((await api.call('GET /v1/tickets/1')).body).toMatchObject({ modifiedAt: later, version: 1 });
    expect(await events()).toEqual([
      {
        id: 3,
        ticketNumber: 1,
        type: 'message.deleted',
        actor: ben,
        at: later,
        changes: { body: { from: 'Frist', to: null }, files: { from: [photo], to: [] } },
        messageId: id,
      },
    ]);
  });

  test('again changes nothing', async () => {
    const first = await remove();
    api.clock.pass(60);

    expect(await remove()).toEqual(first);
    expect(await events()).toHaveLength(1);
  });

  test('twice at once happens once', async () => {
    const [one, other] = await Promise.all([remove(ada), remove(ben)]);

    expect(one).toEqual(other);
    expect(await events()).toHaveLength(1);
  });

  test('outlives an edit that comes after it', async () => {
    const tombstone = await remove();

    expect(await edit({ body: 'Back', editedTs: '1900000000.000000' })).toEqual(tombstone);
    expect(await edit({ body: 'Back' })).toEqual(tombstone);
    expect(await events()).toHaveLength(1);
  });

  test('outlives an edit at the same time', async () => {
    await Promise.all([edit({ body: 'Edited' }), remove()]);

    expect(await read()).toMatchObject({ body: '', deletedAt: later });
    expect((await events()).at(-1).type).toBe('message.deleted');
  });

  test('that is unknown finds none', async () => {
    expect(await api.call('DELETE /v1/messages/nothing', { actor: ada })).toMatchObject({ status: 404 });
  });

  test('without an actor is refused', async () => {
    expect(await api.call(`DELETE /v1/messages/${id}`)).toMatchObject({ status: 400 });
    expect(await api.call(`DELETE /v1/messages/${id}`, {})).toMatchObject({ status: 400 });
  });
});

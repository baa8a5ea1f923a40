import { beforeEach, describe, expect, test } from 'vitest';
import { messages } from '../../../db/index.ts';
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

const post = (body: object, number = 1) => api.call(`POST /v1/tickets/${number}/messages`, body);
const events = async (number = 1) =>
  (await api.call(`GET /v1/tickets/${number}/events?role=helpdesk`)).body.events;
const origin = { channel: 'D1', ts: '1700000000.000100' };
const photo = {
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  size: 48213,
  url: 'https://files.slack.com/photo.jpg',
};
const later = '2026-11-22T09:10:00.000Z';

describe('posting a message with an Idempotency-Key', () => {
  const postWith = (key: string, body: object, number = 1) =>
    api.call(`POST /v1/tickets/${number}/messages`, body, { 'idempotency-key': key });

  test('answers the same message for the same key and words, also at once', async () => {
    await fileTicket(api);

    const answers = await Promise.all(
      [1, 2, 3].map(() => postWith('V1:h1', { actor: ada, body: 'Any news?' })),
    );

    expect(answers.map(({ status, body }) => [status, body.id])).toEqual(
      Array(3).fill([201, 'message-0001']),
    );
    expect(await events()).toHaveLength(2);
  });

  test('answers the same message after it was edited', async () => {
    await fileTicket(api);
    const first = await postWith('V1:h1', { actor: ada, body: 'Any news?' });
    await api.call(`PATCH /v1/messages/${first.body.id}`, { actor: ada, body: 'Any news at all?' });

    const again = await postWith('V1:h1', { actor: ada, body: 'Any news?' });

    expect(again.body).toMatchObject({ id: first.body.id, body: 'Any news at all?' });
  });

  test('refuses the same key for other words, for other files, or under another ticket', async () => {
    await fileTicket(api);
    await fileTicket(api);
    await postWith('V1:h1', { actor: ada, body: 'Any news?' });

    const otherWords = await postWith('V1:h1', { actor: ada, body: 'Hello?' });
    const otherFiles = await postWith('V1:h1', { actor: ada, body: 'Any news?', files: [photo] });
    const otherTicket = await postWith('V1:h1', { actor: ada, body: 'Any news?' }, 2);

    const refused = [otherWords, otherFiles, otherTicket];
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      Array(3).fill([422, 'idempotency_mismatch']),
    );
    expect(await api.db.select().from(messages)).toHaveLength(1);
  });
});

describe('posting a message', () => {
  test('stores it raw, touches the ticket without a new version, and writes its event', async () => {
    const ticket = await fileTicket(api);
    api.clock.set(later);

    const answer = await post({ actor: ben, body: ' Which <room>?\r\n*Now* 😀 ', origin });

    expect(answer).toEqual({
      status: 201,
      type: 'application/json',
      body: {
        id: 'message-0001',
        ticketNumber: 1,
        actor: ben,
        body: 'Which <room>?\n*Now* 😀',
        files: [],
        late: false,
        internal: false,
        toAll: false,
        origin,
        createdAt: later,
        editedAt: null,
        deletedAt: null,
      },
    });
    expect((await api.call('GET /v1/messages/message-0001')).body).toEqual(answer.body);
    expect((await api.call('GET /v1/tickets/1')).body).toEqual({
      ...ticket,
      modifiedAt: later,
      move: 'reporter',
    });
    expect((await events()).at(-1)).toEqual({
      id: 2,
      ticketNumber: 1,
      type: 'message.posted',
      actor: ben,
      at: later,
      changes: {
        body: { from: null, to: 'Which <room>?\n*Now* 😀' },
        move: { from: 'helpdesk', to: 'reporter' },
      },
      messageId: 'message-0001',
    });
  });

  test('takes a message that is only a file', async () => {
    await fileTicket(api);

    const answer = await post({ actor: ada, files: [photo] });

    expect(answer).toMatchObject({ status: 201, body: { body: '', files: [photo], origin: null } });
    expect((await events()).at(-1).changes).toEqual({
      body: { from: null, to: '' },
      files: { from: [], to: [photo] },
    });
  });

  test.each([
    ['user', ada],
    ['helpdesk', ben],
  ])('under a closed ticket keeps it as late, by %s, and changes no status', async (_role, actor) => {
    const closed = await closeTicket(api);
    api.clock.set(later);

    const answer = await post({ actor, body: 'Still broken' });

    expect(answer).toMatchObject({ status: 201, body: { late: true, body: 'Still broken' } });
    expect((await api.call('GET /v1/tickets/1?role=helpdesk')).body).toEqual({
      ...closed,
      modifiedAt: later,
    });
  });

  test.each([
    ['nothing', { body: '' }, 'body'],
    ['blanks', { body: ' \n ' }, 'body'],
    ['no body and no files', {}, 'body'],
    ['3001 characters', { body: 'x'.repeat(3001) }, 'body'],
    ['a file without an address', { files: [{ ...photo, url: 'photo.jpg' }] }, 'files.0.url'],
    ['a ts that is a number', { body: 'x', origin: { channel: 'D1', ts: 1700000000.0001 } }, 'origin.ts'],
    ['an unknown field', { body: 'x', late: true }, ''],
  ])('%s is refused', async (_what, wrong, path) => {
    await fileTicket(api);

    expect(await post({ actor: ada, ...wrong })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ path }] },
    });
    expect(await api.db.$count(messages)).toBe(0);
  });

  test('under an unknown ticket finds none', async () => {
    expect(await post({ actor: ada, body: 'x' }, 9)).toMatchObject({
      status: 404,
      body: { detail: 'There is no ticket #9.' },
    });
  });
});

describe('the origin of a message', () => {
  test('that came before answers the same message, whatever it says now', async () => {
    await fileTicket(api);
    const first = await post({ actor: ada, body: 'Still down', origin });
    api.clock.set(later);

    const again = await post({ actor: ada, body: 'Still down (edited)', origin });

    expect(again).toEqual(first);
    expect(await events()).toHaveLength(2);
    expect((await api.call('GET /v1/tickets/1')).body.modifiedAt).toBe(testStart);
  });

  test('that is another ticket’s is refused', async () => {
    await fileTicket(api);
    await fileTicket(api);
    await post({ actor: ada, body: 'Still down', origin });

    expect(await post({ actor: ada, body: 'Still down', origin }, 2)).toMatchObject({
      status: 422,
      body: { code: 'idempotency_mismatch', detail: 'That Slack message already belongs to another ticket.' },
    });
  });

  test('makes one message of several at once', async () => {
    await fileTicket(api);

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post({ actor: ada, body: 'Still down', origin })),
    );

    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
    expect(await api.db.$count(messages)).toBe(1);
    expect(await events()).toHaveLength(2);
  });

  test('makes one message of two tickets at once', async () => {
    await fileTicket(api);
    await fileTicket(api);

    const answers = await Promise.all([1, 2].map(number => post({ actor: ada, body: 'x', origin }, number)));

    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422]);
    expect(await api.db.$count(messages)).toBe(1);
  });
});

describe('messages at the same time', () => {
  test('have an order, which the history shares', async () => {
    await fileTicket(api);
    const bodies = ['a', 'b', 'c', 'd', 'e', 'f'];

    await Promise.all(bodies.map(body => post({ actor: ada, body })));

    const { messages: stored } = (await api.call('GET /v1/tickets/1/messages')).body;
    const history = (await events()).slice(1);
    expect(stored.map((message: { id: string }) => message.id)).toEqual(
      history.map((event: { messageId: string }) => event.messageId),
    );
    expect(stored.map((message: { body: string }) => message.body).sort()).toEqual(bodies);
  });

  test('and a closing are each late exactly if the closing came before', async () => {
    await fileTicket(api);
    await api.call('PATCH /v1/tickets/1', { actor: ben, status: 'active' });

    await Promise.all([
      post({ actor: ada, body: 'a' }),
      api.call('PATCH /v1/tickets/1', { actor: ben, status: 'closed' }),
      post({ actor: ada, body: 'b' }),
    ]);

    const { messages: stored } = (await api.call('GET /v1/tickets/1/messages?role=helpdesk')).body;
    const late = new Map(stored.map((message: { id: string; late: boolean }) => [message.id, message.late]));
    const history: { type: string; messageId: string }[] = await events();
    const closedAt = history.findIndex(event => event.type === 'ticket.closed');
    for (const [index, { messageId }] of history.entries())
      if (messageId !== null) expect(late.get(messageId)).toBe(index > closedAt);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { ada, ben, carla, closeTicket, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const origin = { channel: 'C01HELPDESK', ts: '1795338301.000100' };

async function post(number: number, posting: object = {}) {
  const message = { actor: ben, body: 'Ada has called three times', ...posting };
  return api.call(`POST /v1/tickets/${number}/messages`, message);
}
const note = async (number: number, posting: object = {}) => post(number, { internal: true, ...posting });
const bodies = async (path: string, list: 'messages' | 'events') =>
  (await api.call(`GET /v1/${path}`)).body[list];

describe('a note', () => {
  test('is for helpdesk to read, and for nobody else', async () => {
    const { number } = await fileTicket(api);
    const { status, body } = await note(number, { origin });

    expect(status).toBe(201);
    expect(body).toMatchObject({ internal: true, body: 'Ada has called three times' });
    expect(await bodies(`tickets/${number}/messages?role=helpdesk`, 'messages')).toEqual([body]);
    expect(await bodies(`tickets/${number}/messages`, 'messages')).toEqual([]);
    expect(await bodies(`messages?channel=${origin.channel}&ts=${origin.ts}`, 'messages')).toEqual([]);
    expect((await api.call(`GET /v1/messages/${body.id}`)).status).toBe(404);
    expect((await api.call(`GET /v1/messages/${body.id}?role=helpdesk`)).body).toEqual(body);
  });

  test('leaves its trace in the history of helpdesk alone, and none in the ticket', async () => {
    const { number, ...before } = await fileTicket(api);
    api.clock.pass(60);
    const { body } = await note(number);
    await api.call(`PATCH /v1/messages/${body.id}`, { actor: ben, body: 'Four times' });
    await api.call(`DELETE /v1/messages/${body.id}`, { actor: ben });

    const types = async (role: string) =>
      (await bodies(`tickets/${number}/events?role=${role}`, 'events')).map(
        ({ type }: { type: string }) => type,
      );
    expect(await types('helpdesk')).toEqual([
      'ticket.filed',
      'note.posted',
      'message.edited',
      'message.deleted',
    ]);
    expect(await types('user')).toEqual(['ticket.filed']);
    expect((await api.call(`GET /v1/tickets/${number}`)).body).toEqual({ number, ...before });
  });

  test('is written by helpdesk only', async () => {
    const { number } = await fileTicket(api);
    const { body: message } = await post(number);

    const answers = [
      await note(number, { actor: ada }),
      await api.call(`PATCH /v1/messages/${message.id}`, { actor: ada, body: 'Mine', internal: true }),
    ];

    for (const { status, body } of answers)
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'forbidden_for_role' });
    expect(await bodies(`tickets/${number}/messages`, 'messages')).toEqual([message]);
  });

  test('is never made of what a reporter wrote', async () => {
    const { number } = await fileTicket(api);
    const { body } = await post(number, { actor: ada, body: 'Room 2.14' });

    const edit = { actor: ben, body: 'Room 2.14', internal: true };

    expect(await api.call(`PATCH /v1/messages/${body.id}`, edit)).toMatchObject({ status: 403 });
  });

  test('is not there for a user who edits, deletes or repeats it', async () => {
    const { number } = await fileTicket(api);
    const { body } = await note(number, { origin });

    const answers = [
      await api.call(`PATCH /v1/messages/${body.id}`, { actor: ada, body: 'x' }),
      await api.call(`DELETE /v1/messages/${body.id}`, { actor: ada }),
      await post(number, { actor: ada, origin, body: 'x' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await api.call(`GET /v1/messages/${body.id}?role=helpdesk`)).body).toEqual(body);
  });

  test('stays one, whatever edits say', async () => {
    const { number } = await fileTicket(api);
    const { body } = await note(number);

    const edited = await api.call(`PATCH /v1/messages/${body.id}`, { actor: ben, body: 'We are on it' });

    expect(edited.body).toMatchObject({ internal: true, body: 'We are on it' });
    expect(await bodies(`tickets/${number}/messages`, 'messages')).toEqual([]);
  });

  test.each([
    ['its edit', { editedTs: '1795338400.000000' }],
    ['an older edit, which changes no words', { editedTs: '1795338200.000000' }],
  ])('is what a message of helpdesk becomes by %s, and nothing of it stays public', async (_what, newer) => {
    const { number } = await fileTicket(api);
    const { body: message } = await post(number, { origin });
    const first = { actor: ben, body: 'Ada called', editedTs: '1795338300.000000' };
    await api.call(`PATCH /v1/messages/${message.id}`, first);

    const edit = { actor: ben, body: 'Ada is angry', internal: true, ...newer };
    const { body } = await api.call(`PATCH /v1/messages/${message.id}`, edit);

    const isNewer = newer.editedTs > first.editedTs;
    expect(body).toMatchObject({ internal: true, body: isNewer ? 'Ada is angry' : 'Ada called' });
    expect(await bodies(`tickets/${number}/messages`, 'messages')).toEqual([]);
    const [filed, ...more] = await bodies(`tickets/${number}/events`, 'events');
    expect([filed.type, more]).toEqual(['ticket.filed', []]);
    const known = await bodies(`tickets/${number}/events?role=helpdesk`, 'events');
    expect(known.at(-1)).toMatchObject({
      type: 'note.posted',
      changes: { internal: { from: false, to: true } },
    });
  });

  test('is what a message becomes that comes again as one, also once it was deleted', async () => {
    const { number } = await fileTicket(api);
    const { body: message } = await post(number, { origin });
    await api.call(`DELETE /v1/messages/${message.id}`, { actor: ben });

    const again = await note(number, { origin });

    expect(again.body).toMatchObject({ id: message.id, internal: true, body: '' });
    expect(await bodies(`tickets/${number}/events`, 'events')).toHaveLength(1);
  });

  test('that is made by two at once is one, with one event', async () => {
    const { number } = await fileTicket(api);
    const { body: message } = await post(number);
    const edit = (actor: typeof ben) =>
      api.call(`PATCH /v1/messages/${message.id}`, { actor, body: message.body, internal: true });

    await Promise.all([edit(ben), edit(carla)]);

    const known = await bodies(`tickets/${number}/events?role=helpdesk`, 'events');
    expect(known.filter(({ type }: { type: string }) => type === 'note.posted')).toHaveLength(1);
  });

  test('is kept under a closed ticket too', async () => {
    const { number } = await closeTicket(api);

    expect((await note(number)).body).toMatchObject({ internal: true, late: true });
  });

  test('is found by no search and stands in no list as CSV', async () => {
    const { number } = await fileTicket(api);
    await note(number, { body: 'zebra' });

    for (const role of ['user', 'helpdesk']) {
      expect((await api.call(`GET /v1/tickets?q=zebra&role=${role}`)).body.total).toBe(0);
      expect((await api.call(`GET /v1/tickets.csv?role=${role}`)).body).not.toContain('zebra');
    }
  });

  test('is given out to its author and to nobody else, and forgotten with them', async () => {
    const { number } = await fileTicket(api);
    await note(number, { body: 'zebra' });
    const exportOf = async ({ id }: { id: string }) =>
      JSON.stringify((await api.call(`POST /v1/people/${id}/export`, { by: 'Dana' })).body);

    expect(await exportOf(ada)).not.toContain('zebra');
    expect(await exportOf(ben)).toContain('zebra');

    await api.call(`POST /v1/people/${ben.id}/forget`, { by: 'Dana' });

    for (const list of ['messages', 'events'] as const)
      expect(JSON.stringify(await bodies(`tickets/${number}/${list}?role=helpdesk`, list))).not.toContain(
        'zebra',
      );
    expect(JSON.stringify(await bodies(`tickets/${number}/events`, 'events'))).not.toContain('message.');
  });
});

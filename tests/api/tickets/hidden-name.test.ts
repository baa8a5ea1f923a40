import { somebody } from '@campus-desk/contract';
import { beforeEach, describe, expect, test } from 'vitest';
import { ben, createTestApi, fileTicket, type TestApi } from '../../support/api.ts';

const nora = { id: 'U0HIDDEN', name: 'Nora Quist', role: 'user' };
const dora = { id: 'U0DORA', name: 'Dora', role: 'user' };
const origin = { channel: 'D0OWN', ts: '1700000000.000100' };
const copy = { channel: 'C0HELP', ts: '1700000001.000100' };
const person = ({ id, name }: { id: string; name: string }) => ({ id, name });

let api: TestApi;
/** What Nora wrote. */
let messageId: string;
/** Nora's ticket 1, hidden, has been everywhere a name can get; her ticket 2 is a duplicate of Dora's ticket 3. */
beforeEach(async () => {
  api = await createTestApi();
  const hidden = { actor: nora, hideName: true };
  await api.call('POST /v1/tickets', {
    ...hidden,
    description: 'No WiFi in the reading room',
    source: { permalink: 'https://campus.slack.com/archives/C1/p1700000000000100' },
  });
  await api.call('POST /v1/tickets', {
    actor: ben,
    reporter: person(nora),
    hideName: true,
    description: 'WiFi is slow',
  });
  await fileTicket(api, { actor: dora, description: 'Slow WiFi in the hall' });
  const posted = await api.call('POST /v1/tickets/1/messages', { actor: nora, body: 'Still so', origin });
  messageId = posted.body.id;
  await api.call(`PUT /v1/messages/${messageId}/copies`, copy);
  await api.call('PATCH /v1/tickets/1', { actor: nora, location: 'Library' });
  await api.call('PATCH /v1/tickets/1', { actor: ben, assignee: person(nora) });
  await api.call('PATCH /v1/tickets/2', { actor: ben, duplicateOf: 3 });
  await api.call('PUT /v1/tickets/3/followers/U0HIDDEN', { actor: ben });
  await api.call('PUT /v1/tickets/1/followers/U0DORA', { actor: dora });
});

type Door = [request: string, word: string, body?: object];

/** Everything that a user can ask for, each with a word that the answer must have. */
const reading: Door[] = [
  ['GET /v1/tickets/1', '"nameHidden":true'],
  ['GET /v1/tickets/2', '"nameHidden":true'],
  ['GET /v1/tickets/1?viewer=U0DORA', 'Somebody'],
  ['GET /v1/tickets', 'Somebody'],
  ['GET /v1/tickets?sort=-modifiedAt&limit=1', 'nextCursor'],
  ['GET /v1/tickets?q=wifi', 'Somebody'],
  ['GET /v1/tickets?q=wifi&sort=openedAt', 'Somebody'],
  ['GET /v1/tickets?viewer=U0DORA', 'Somebody'],
  ['GET /v1/tickets.csv', 'Somebody'],
  ['GET /v1/tickets.csv?q=wifi', 'Somebody'],
  ['GET /v1/tickets/similar?text=No%20WiFi%20in%20the%20reading%20room', 'reading room'],
  ['GET /v1/tickets/1/messages', 'Still so'],
  ['GET /v1/tickets/1/messages?newestFirst=true', 'Still so'],
  [`GET /v1/messages?channel=${copy.channel}&ts=${copy.ts}`, 'Still so'],
  [`GET /v1/messages?channel=${origin.channel}&ts=${origin.ts}`, 'Still so'],
  ['GET /v1/messages/MESSAGE', 'Still so'],
  ['GET /v1/messages/MESSAGE/copies', copy.ts],
  ['GET /v1/tickets/1/events', 'ticket.filed'],
  ['GET /v1/tickets/2/events', 'ticket.filed'],
  ['GET /v1/tickets/1/followers', 'U0DORA'],
  ['GET /v1/tickets/3/followers', '"duplicate":2'],
  ['GET /v1/tickets/1/threads', 'threads'],
  ['GET /v1/tickets/summary?groupBy=status', 'groups'],
];

/** Everything that a user can do, one after the other. */
const writing: Door[] = [
  ['PATCH /v1/tickets/1', 'Hall 3', { location: 'Hall 3' }],
  ['PATCH /v1/tickets/1', 'version_conflict', { location: 'Hall 3', version: 1 }],
  ['PATCH /v1/tickets/1', 'forbidden_for_role', { status: 'active' }],
  ['PATCH /v1/tickets/1', 'forbidden_for_role', { hideName: false }],
  ['PATCH /v1/tickets/1', 'forbidden_for_role', { solved: true }],
  ['POST /v1/tickets/1/split', 'validation_failed', {}],
  ['POST /v1/tickets/1/messages', 'Here too', { body: 'Here too' }],
  ['POST /v1/tickets/1/messages', 'Still so', { body: 'Still so', origin }],
  ['POST /v1/tickets', 'Again', { description: 'Again', followUpOf: 1 }],
  ['PUT /v1/tickets/1/followers/U0DORA', '"followers":1', {}],
  ['DELETE /v1/tickets/1/followers/U0DORA', '"followers":0', {}],
  ['PATCH /v1/messages/MESSAGE', 'Not so', { body: 'Not so' }],
  ['DELETE /v1/messages/MESSAGE', 'deletedAt', {}],
];

async function expectHidden([request, word, body]: Door): Promise<void> {
  const given = body && { actor: dora, ...body };
  const answer = await api.call(request.replace('MESSAGE', messageId) as 'GET /', given);
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  expect(text, request).toContain(word);
  expect(text, request).not.toMatch(/U0HIDDEN|Nora|Quist|D0OWN|p1700000000000100/);
}

describe('a hidden name', () => {
  test('is not told to another user who reads', async () => {
    for (const door of reading) await expectHidden(door);
  });

  test('is not told to another user who acts', async () => {
    for (const door of writing) await expectHidden(door);
  });

  test('is in none of the conflicts that carry the ticket', async () => {
    await api.call('PATCH /v1/tickets/1', { actor: nora, description: 'WiFi is off' });

    const answer = await api.call('PATCH /v1/tickets/1', { actor: dora, version: 1, location: 'Hall' });

    expect(answer.body).toMatchObject({ status: 409, by: somebody, ticket: { reporter: somebody } });
    expect(answer.body.detail).toMatch(/^Somebody changed this ticket/);
  });

  test('finds nothing for another user who looks for the person, as reporter or at work', async () => {
    for (const query of ['reporter=U0HIDDEN', 'assignee=U0HIDDEN', 'reporter=somebody'])
      for (const more of ['', '&viewer=U0DORA', '&q=wifi', '&q=wifi&sort=openedAt']) {
        const { body } = await api.call(`GET /v1/tickets?${query}${more}`);
        expect(body).toMatchObject({ tickets: [], total: 0 });
      }
    expect((await api.call('GET /v1/tickets.csv?reporter=U0HIDDEN')).body).not.toContain('WiFi');
    expect((await api.call('GET /v1/tickets?q=Quist')).body.total).toBe(0);
    for (const query of ['reporterName=nora', 'reporterName=nroa', 'assigneeName=nora']) {
      const { status, body } = await api.call(`GET /v1/tickets?${query}`);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).not.toMatch(/Nora|Quist|U0HIDDEN/);
    }
  });

  test('is not told by the links of files, which have the id of whoever uploaded them', async () => {
    const url = 'https://campus.slack.com/files/U0HIDDEN/F1/door.png';
    const files = [{ name: 'door.png', mimeType: 'image/png', size: 9, url }];
    const { body: posted } = await api.call('POST /v1/tickets/1/messages', {
      actor: nora,
      body: 'See',
      files,
    });

    await expectHidden(['GET /v1/tickets/1/messages', 'See\\n(file: door.png)']);
    await expectHidden(['GET /v1/tickets/1/events', 'message.posted']);
    await expectHidden(['PATCH /v1/tickets/1', 'Hall 9', { location: 'Hall 9' }]);
    const read = await api.call(`GET /v1/messages/${posted.id}?role=helpdesk`);
    expect(read.body).toMatchObject({ body: 'See', files });
  });

  test('hides none of their tickets from their person who looks by name', async () => {
    for (const more of ['', '&q=wifi', '&q=wifi&sort=openedAt']) {
      const { body } = await api.call(`GET /v1/tickets?reporterName=quist&viewer=U0HIDDEN${more}`);
      expect(body.tickets?.map(({ number }: { number: number }) => number).toSorted()).toEqual([1, 2]);
    }
    const { body } = await api.call('GET /v1/tickets?assigneeName=quist&viewer=U0HIDDEN');
    expect(body.total).toBe(1);
  });

  test('is told to its person and to helpdesk', async () => {
    for (const query of ['viewer=U0HIDDEN', 'role=helpdesk']) {
      const { body: ticket } = await api.call(`GET /v1/tickets/1?${query}`);
      const { body: list } = await api.call(`GET /v1/tickets?reporter=U0HIDDEN&${query}`);
      const { body: said } = await api.call(`GET /v1/tickets/1/messages?${query}`);
      const { body: done } = await api.call(`GET /v1/tickets/2/events?${query}`);
      const { body: told } = await api.call(`GET /v1/tickets/3/followers?${query}`);

      expect(ticket).toMatchObject({ reporter: person(nora), nameHidden: true, assignee: person(nora) });
      expect(ticket.source).not.toBeNull();
      expect(list.tickets.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
      expect(said.messages).toMatchObject([{ actor: nora, origin }]);
      expect(done.events[0].changes).toMatchObject({
        reporter: { from: null, to: person(nora) },
        nameHidden: { from: null, to: true },
      });
      expect(told.followers).toEqual([{ userId: 'U0HIDDEN', duplicate: 2 }]);
    }
  });

  test('that becomes known later is not told by the history either', async () => {
    const unnamed = { ...nora, id: 'U0NEW', name: 'U0NEW' };
    const { number } = await fileTicket(api, { actor: unnamed, hideName: true });
    await api.call('PUT /v1/people/U0NEW/name', { name: 'Otto Wels' });

    const { body } = await api.call(`GET /v1/tickets/${number}/events`);

    expect(body.events.at(-1)).toMatchObject({
      type: 'person.named',
      changes: { name: { from: somebody.id, to: somebody.name } },
    });
    expect(JSON.stringify(body)).not.toMatch(/U0NEW|Otto/);
  });
});

describe('a follow-up', () => {
  test.each([true, false])(
    'does not tell whose the hidden one of two tickets is (the later: %s)',
    async isLater => {
      const { number } = await fileTicket(api, { actor: nora, hideName: !isLater });
      const later = await fileTicket(api, { actor: nora, followUpOf: number, hideName: isLater });
      const told = async (query: string) => {
        const { body } = await api.call(`GET /v1/tickets/${later.number}?${query}`);
        const { body: list } = await api.call(`GET /v1/tickets?limit=1&${query}`);
        const { body: done } = await api.call(`GET /v1/tickets/${later.number}/events?${query}`);
        return [body.followUpOf, list.tickets[0].followUpOf, done.events[0].changes.followUpOf?.to ?? null];
      };
      const { body: csv } = await api.call('GET /v1/tickets.csv');
      const { body: changed } = await api.call(`PATCH /v1/tickets/${later.number}`, {
        actor: dora,
        location: 'Hall',
      });

      expect(await told('viewer=U0DORA')).toEqual([null, null, null]);
      expect(changed.followUpOf).toBeNull();
      expect(csv).not.toMatch(new RegExp(`^${later.number},.*,${number},,,\r$`, 'm'));
      for (const query of ['viewer=U0HIDDEN', 'role=helpdesk'])
        expect(await told(query)).toEqual([number, number, number]);
    },
  );

  test('of a hidden ticket by somebody else says which it is', async () => {
    const { number } = await fileTicket(api, { actor: dora, followUpOf: 1 });

    expect((await api.call(`GET /v1/tickets/${number}`)).body.followUpOf).toBe(1);
  });
});

describe('hiding a name', () => {
  test('can be taken back and asked for later, by the reporter and by helpdesk, and is in the history', async () => {
    for (const actor of [nora, ben]) {
      const shown = await api.call('PATCH /v1/tickets/1', { actor, hideName: false });
      expect(shown.body).toMatchObject({ nameHidden: false, reporter: person(nora) });
      expect((await api.call('GET /v1/tickets/1')).body.reporter).toEqual(person(nora));
      await api.call('PATCH /v1/tickets/1', { actor, hideName: true });
      expect((await api.call('GET /v1/tickets/1')).body.reporter).toEqual(somebody);
    }
    const { events } = (await api.call('GET /v1/tickets/1/events?role=helpdesk')).body;
    expect(events.at(-1)).toMatchObject({
      type: 'ticket.edited',
      actor: ben,
      changes: { nameHidden: { from: false, to: true } },
    });
  });

  test('is for nobody else to say', async () => {
    const answer = await api.call('PATCH /v1/tickets/3', { actor: nora, hideName: true });

    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden_for_role' } });
  });

  test('goes with a follow-up by the same person, unless it says otherwise', async () => {
    const again = { description: 'Again', followUpOf: 1 };

    expect(await fileTicket(api, { ...again, actor: nora })).toMatchObject({ nameHidden: true });
    expect(await fileTicket(api, { ...again, actor: nora, hideName: false })).toMatchObject({
      nameHidden: false,
    });
    expect(await fileTicket(api, { ...again, actor: dora })).toMatchObject({ nameHidden: false });
  });

  test('goes with both tickets when one is split', async () => {
    const two = { description: 'WiFi is gone. The window is broken.', actor: nora, hideName: true };
    const { number } = await fileTicket(api, two);

    const { body } = await api.call(`POST /v1/tickets/${number}/split`, { actor: nora });

    expect(body.tickets).toMatchObject([{ nameHidden: true }, { nameHidden: true }]);
  });

  test('is a part of what a key was filed with', async () => {
    const filing = { description: 'Cold', actor: nora };
    await api.call('POST /v1/tickets', filing, { 'idempotency-key': 'k' });

    const other = { ...filing, hideName: true };
    const answer = await api.call('POST /v1/tickets', other, { 'idempotency-key': 'k' });

    expect(answer.body.code).toBe('idempotency_mismatch');
  });
});

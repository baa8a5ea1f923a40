import { getTableName, is, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, test } from 'vitest';
import * as schema from '../../../db/schema/index.ts';
import { ada, ben, createTestApi, fileTicket, startTicket, type TestApi } from '../../support/api.ts';
import { countStatements } from '../../support/count-statements.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const cleo = { id: 'UCLEO', name: 'Cleopatra Nile', role: 'user' as const };
const order = { by: 'root' };

/** Everything in the database, as one text. */
async function everything(): Promise<string> {
  const tables = Object.values(schema).filter(table => is(table, PgTable));
  const texts = tables.map(async table => {
    const rows = await api.db
      .select({ row: sql<string>`row_to_json(${sql.identifier(getTableName(table))})::text` })
      .from(table);
    return rows.map(({ row }) => row).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

/** A ticket that Cleo reported and Ben answered, and one of Ada's on which Cleo wrote. */
async function campusWithCleo() {
  const own = await startTicket(api, {
    actor: cleo,
    description: 'Crocodile in the pool',
    location: 'Bathhouse',
    source: { permalink: 'https://campus.slack.com/archives/C1/p1700000000000100' },
  });
  await api.call(`POST /v1/tickets/${own.number}/messages`, { actor: ben, body: 'Is the crocodile green?' });
  await api.call(`PATCH /v1/tickets/${own.number}`, { actor: ben, category: 'facility' });
  const other = await fileTicket(api);
  const origin = { channel: 'C1', ts: '1700000000.000100' };
  const written = await api.call(`POST /v1/tickets/${other.number}/messages`, {
    actor: cleo,
    body: 'An obelisk is broken too',
    origin,
  });
  await api.call(`PATCH /v1/messages/${written.body.id}`, { actor: cleo, body: 'Two obelisks are broken' });
  await api.call(`PATCH /v1/tickets/${other.number}`, { actor: cleo, location: 'Under the sphinx' });
  await api.call(`PATCH /v1/tickets/${other.number}`, { actor: ada, location: 'Not under the sphinx' });
  await api.call('POST /v1/people/UCLEO/export', order);
  return { own: own.number, other: other.number };
}

describe('forgetting a person', () => {
  test('takes as many statements whatever they wrote', async () => {
    const statements: number[] = [];
    for (const size of [1, 8]) {
      const { number } = await fileTicket(api, { actor: cleo });
      for (let at = 1; at < size; at += 1) await fileTicket(api, { actor: cleo });
      for (let at = 0; at < size; at += 1)
        await api.call(`POST /v1/tickets/${number}/messages`, { actor: cleo, body: `Obelisk ${at}` });
      const { db, count } = countStatements(api.db);
      const counting = await createTestApi({ db });
      const { body } = await counting.call('POST /v1/people/UCLEO/forget', order);
      expect(body.counts).toMatchObject({ tickets: size, messages: size });
      statements.push(count());
    }

    expect(statements[1]).toBe(statements[0]);
  });

  test('leaves no text, no name and no id of theirs anywhere', async () => {
    await campusWithCleo();
    expect(await everything()).toMatch(/crocodile|cleo/i);

    await api.call('POST /v1/people/UCLEO/forget', order);

    expect(await everything()).not.toMatch(/crocodile|cleo|nile|bathhouse|obelisk|slack\.com/i);
    expect(await everything()).not.toMatch(/"Under the sphinx"/);
  });

  test('leaves nothing of them on a ticket of others from which somebody else was removed before', async () => {
    const dido = { id: 'UDIDO', name: 'Dido Carthage', role: 'helpdesk' as const };
    const { number } = await startTicket(api);
    const change = (actor: object, values: object) =>
      api.call(`PATCH /v1/tickets/${number}`, { actor, ...values });
    await change(cleo, { description: 'An obelisk is broken' });
    await change(dido, { description: 'The aqueduct is broken', location: 'Harbour' });
    await change(dido, { waiting: { until: '2026-12-01T09:00:00Z', reason: 'The masons sail home' } });

    await api.call('POST /v1/people/UCLEO/forget', order);
    expect(await everything()).toMatch(/aqueduct.*harbour.*masons/is);
    await api.call('POST /v1/people/UDIDO/forget', order);

    expect(await everything()).not.toMatch(/obelisk|aqueduct|harbour|masons|dido/i);
  });

  test('leaves nothing of them where helpdesk reported it for them', async () => {
    const reporter = { id: cleo.id, name: cleo.name };
    await fileTicket(api, { actor: ben, reporter, hideName: true });

    await api.call('POST /v1/people/UCLEO/forget', order);

    expect(await everything()).not.toMatch(/cleo|nile/i);
  });

  test('keeps what others wrote on their own tickets, and everything that is counted', async () => {
    const { own, other } = await campusWithCleo();
    const before = (await api.call('GET /v1/tickets/summary?groupBy=category')).body;

    await api.call('POST /v1/people/UCLEO/forget', order);

    expect((await api.call('GET /v1/tickets/summary?groupBy=category')).body).toEqual(before);
    const [mine, theirs] = [
      await api.call(`GET /v1/tickets/${other}`),
      await api.call(`GET /v1/tickets/${own}`),
    ];
    expect(mine.body).toMatchObject({
      description: 'No WiFi in the reading room',
      reporter: { name: 'Ada' },
    });
    expect(theirs.body).toMatchObject({
      status: 'active',
      description: '(removed)',
      location: null,
      category: 'facility',
      reporter: { id: expect.stringMatching(/^forgotten-/), name: '(removed)' },
      assignee: { name: 'Ben' },
    });
  });

  test('makes Slack show cards and messages without the texts', async () => {
    const { own, other } = await campusWithCleo();
    const { events: before } = (await api.call('GET /v1/outbox?limit=500')).body;

    await api.call('POST /v1/people/UCLEO/forget', order);

    const { events } = (await api.call('GET /v1/outbox?limit=500')).body;
    const added = events.slice(before.length).map((event: Record<string, unknown>) => {
      const { type, ticketNumber, messageId, changes } = event;
      return { type, ticketNumber, messageId, changes };
    });
    expect(added).toEqual([
      { type: 'ticket.redacted', ticketNumber: own, messageId: null, changes: {} },
      { type: 'ticket.redacted', ticketNumber: other, messageId: null, changes: {} },
      { type: 'message.edited', ticketNumber: own, messageId: 'message-0001', changes: {} },
      { type: 'message.edited', ticketNumber: other, messageId: 'message-0002', changes: {} },
    ]);
  });

  test('stands in the history without saying who it was', async () => {
    await campusWithCleo();

    const { body } = await api.call('POST /v1/people/UCLEO/forget', order);

    expect(body).toMatchObject({ type: 'person.forgotten', by: 'root', counts: { tickets: 1, messages: 1 } });
    const { acts } = (await api.call('GET /v1/privacy/acts')).body;
    expect(acts.map(({ type, subject }: Record<string, string>) => ({ type, subject }))).toEqual([
      { type: 'person.forgotten', subject: body.subject },
      { type: 'person.exported', subject: body.subject },
    ]);
  });

  test('of somebody unknown changes nothing', async () => {
    await fileTicket(api);

    expect((await api.call('POST /v1/people/U404/forget', order)).body.counts).toEqual({
      tickets: 0,
      messages: 0,
      events: 0,
    });
    expect((await api.call('GET /v1/tickets/1')).body.description).toBe('No WiFi in the reading room');
  });
});

describe('exporting a person', () => {
  test('answers what they reported, wrote and did, and leaves an entry in the history', async () => {
    const { own } = await campusWithCleo();

    const { body } = await api.call('POST /v1/people/UCLEO/export', order);

    expect(body).toMatchObject({
      person: 'UCLEO',
      tickets: [{ number: own, description: 'Crocodile in the pool' }],
      messages: [{ body: 'Two obelisks are broken' }],
      events: [
        { type: 'ticket.filed' },
        { type: 'message.posted' },
        { type: 'message.edited' },
        { type: 'ticket.edited' },
      ],
    });
    expect((await api.call('GET /v1/privacy/acts')).body.acts[0]).toMatchObject({
      type: 'person.exported',
      subject: 'UCLEO',
      counts: { tickets: 1, messages: 1, events: 4 },
    });
  });
});

import { problemSchema } from '@campus-desk/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ada,
  ben,
  closeTicket,
  createTestApi,
  fileTicket,
  startTicket,
  type TestApi,
} from '../support/api.ts';
import { type HostileRequest, requestsOf } from './requests.ts';

/** Longest that an answer may take, in milliseconds; the machine may be busy with something else. */
const maxMs = 1000;

/** What only those who run the service may read: statements, files and messages of libraries. */
const inside =
  /node_modules|\.ts:\d|Failed query|insert into|violates|relation "|invalid input syntax|\n\s+at /i;

describe('a request with anything in it', () => {
  let api: TestApi;
  let sent = 0;
  let slowest = { ms: 0, operation: '' };

  beforeAll(async () => {
    api = await createTestApi();
    await fileTicket(api);
    await startTicket(api);
    const { number } = await closeTicket(api);
    for (const actor of [ada, ben])
      await api.call(`POST /v1/tickets/${number}/messages`, { actor, body: 'Still there?' });
  });
  afterAll(() => {
    process.stdout.write(
      `${sent} requests; the slowest answer took ${slowest.ms.toFixed(0)} ms: ${slowest.operation}\n`,
    );
  });

  test('is answered soon, never with 500 or above, and with nothing of the inside', async () => {
    const document = (await api.call('GET /openapi.json')).body;

    await fc.assert(fc.asyncProperty(requestsOf(document), expectGoodAnswer), { numRuns: 1500 });
  });

  async function expectGoodAnswer({ operation, ...request }: HostileRequest): Promise<void> {
    // Waiting for an event is no slowness.
    const url = request.url.replace(/\bwait=(?!0&|0$)/, 'waited=');
    const begun = performance.now();
    const response = await api.app.inject({ ...request, url, method: request.method as 'GET' });
    const ms = performance.now() - begun;
    sent += 1;
    if (ms > slowest.ms) slowest = { ms, operation };

    expect(response.statusCode, response.body).toBeLessThan(500);
    expect(ms).toBeLessThan(maxMs);
    if (response.statusCode < 400) return;
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(problemSchema.parse(response.json()).detail).not.toBe('');
    expect(response.body).not.toMatch(inside);
  }
});

describe('a request with what no database stores', () => {
  const query = (text: string) => encodeURIComponent(text);
  const cursor = (position: unknown) => Buffer.from(JSON.stringify(position)).toString('base64url');
  const outOfRange = 'The cursor does not belong to this list. Begin again without a cursor.';
  const outOfTime = 'A date lies between the years 1900 and 2999.';

  test.each([
    ['GET /v1/messages/%00', 'The id of a message has characters that no text has. Leave them out.'],
    [
      `GET /v1/tickets?reporter=${query('U\0')}`,
      'The id of a person has characters that no text has. Leave them out.',
    ],
    [
      `GET /v1/threads?channel=${query('C\0')}&ts=1.1`,
      'The channel has characters that no text has. Leave them out.',
    ],
    [`GET /v1/tickets?cursor=${cursor(['-openedAt', '2026-11-22T09:00:00Z', 2 ** 40])}`, outOfRange],
    [`GET /v1/tickets?cursor=${cursor(['-openedAt', '0000-01-01T00:00:00Z', 1])}`, outOfRange],
    [`GET /v1/tickets?sort=urgent&cursor=${cursor(['urgent', '2026-11-22T09:00:00Z', 1])}`, outOfRange],
    [`GET /v1/tickets/1/messages?cursor=${cursor([false, '2026-11-22T09:00:00Z', '\0'])}`, outOfRange],
    [`GET /v1/tickets/summary?openedFrom=0000-01-01T00:00:00Z`, outOfTime],
    [`GET /v1/categoriser/corrections/summary?openedTo=9999-12-31T23:59:59-23:59`, outOfTime],
  ] as const)('%s is refused with a sentence', async (request, detail) => {
    const api = await createTestApi();
    await fileTicket(api);

    expect(await api.call(request)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', detail },
    });
  });

  test.each([
    ['POST /v1/tickets', { description: 'x', actor: { ...ada, id: 'U\ud800' } }],
    [
      'POST /v1/tickets',
      { description: 'x', actor: ada, source: { permalink: 'https://campus.example/\0' } },
    ],
    ['PUT /v1/threads/seen', { channel: 'C1', ts: '1.1', seen: 'a\0b' }],
    ['PUT /v1/leases/sync', { holder: '\0', ttlSeconds: 30 }],
    ['PUT /v1/tickets/1/threads/helpdesk', { channel: 'C\ud800', ts: '1.1' }],
    ['POST /v1/tickets/1/messages', { actor: ada, body: 'x', origin: { channel: 'C\0', ts: '1.1' } }],
  ] as const)('%s of %j is refused', async (request, body) => {
    const api = await createTestApi();
    await fileTicket(api);

    expect(await api.call(request, body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  test('is taken with its names cleaned, because nobody may lose a message over a name', async () => {
    const api = await createTestApi();
    await fileTicket(api, { actor: { ...ada, name: ' Ada\0\n\u202eLovelace ' } });
    const file = { mimeType: 'image/png', size: 1, url: 'https://campus.example/a' };

    const { status, body } = await api.call('POST /v1/tickets/1/messages', {
      actor: ada,
      files: [{ ...file, name: 'pho\0to\ud83d.jpg' }],
    });

    expect({ status, files: body.files }).toEqual({
      status: 201,
      files: [{ ...file, name: 'photo\ufffd.jpg' }],
    });
    expect((await api.call('GET /v1/tickets/1')).body.reporter).toEqual({ id: 'U01', name: 'Ada Lovelace' });
  });

  test('is answered for a time in any offset', async () => {
    const api = await createTestApi();
    await fileTicket(api);

    const answer = await api.call(`GET /v1/tickets/summary?openedFrom=${query('2026-11-22T09:00:00+23:59')}`);

    expect(answer).toMatchObject({
      status: 200,
      body: { groups: [{ from: '2026-11-21T09:01:00.000Z', count: 1 }] },
    });
  });
});

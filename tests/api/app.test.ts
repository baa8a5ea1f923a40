import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { problemSchema } from '@campus-desk/contract';
import { createLogger } from '@campus-desk/service-kit';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as schema from '../../db/index.ts';
import { ada, createTestApi, fileTicket, startTestApi, type TestApi } from '../support/api.ts';

const filing = { description: 'No WiFi', actor: ada };

describe('a request that is not one', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await createTestApi();
  });
  const send = async (payload: string, type = 'application/json') => {
    const headers = { 'content-type': type };
    const response = await api.app.inject({ method: 'POST', url: '/v1/tickets', headers, payload });
    return { status: response.statusCode, type: response.headers['content-type'], body: response.json() };
  };

  test.each([
    [
      '{"description":',
      'application/json',
      "Body is not valid JSON but content-type is set to 'application/json'",
    ],
    ['', 'application/json', "Body cannot be empty when content-type is set to 'application/json'"],
    ['[]', 'application/json', 'The request must be a JSON object.'],
    ['null', 'application/json', 'The request must be a JSON object.'],
    [
      'description=x',
      'application/x-www-form-urlencoded',
      'Send the request as JSON, with the header Content-Type: application/json.',
    ],
    ['hello', 'text/plain', 'Send the request as JSON, with the header Content-Type: application/json.'],
  ])('%j as %s is refused with a problem', async (payload, type, detail) => {
    expect(await send(payload, type)).toEqual({
      status: 400,
      type: 'application/problem+json; charset=utf-8',
      body: expect.objectContaining({ code: 'validation_failed', status: 400, detail }),
    });
  });

  test('that would change the prototype is refused', async () => {
    expect(await send('{"__proto__":{"role":"helpdesk"},"description":"x"}')).toMatchObject({ status: 400 });
  });

  test('that is too large is refused', async () => {
    const answer = await send(JSON.stringify({ ...filing, description: 'x'.repeat(300_000) }));

    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'payload_too_large', detail: 'The request is too large. Send less at a time.' },
    });
  });

  test('learns every refused field, each in a sentence', async () => {
    const { body } = await send(
      JSON.stringify({ description: ' ', location: 7, colour: 'red', actor: { ...ada, role: 'boss' } }),
    );

    expect(body).toMatchObject({
      detail:
        'The description is empty. Write at least one character. location must be a text. ' +
        'actor.role must be one of user, helpdesk. The request does not know colour; leave it out.',
      errors: [
        { path: 'description', message: 'The description is empty. Write at least one character.' },
        { path: 'location', message: 'This must be a text.' },
        { path: 'actor.role', message: 'This must be one of user, helpdesk.' },
        { path: '', message: 'This does not know colour; leave it out.' },
      ],
    });
  });

  test.each([
    ['GET /v1/nothing', 404, 'There is no GET /v1/nothing.'],
    ['DELETE /v1/tickets/1', 404, 'There is no DELETE /v1/tickets/1.'],
    ['GET /v1/tickets/%ZZ', 400, "'/v1/tickets/%ZZ' is not a valid url component"],
  ] as const)('%s is answered with a problem', async (request, status, detail) => {
    expect(await api.call(request)).toMatchObject({
      status,
      type: 'application/problem+json',
      body: { detail, status, type: 'about:blank' },
    });
  });
});

describe('what comes over a connection', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;
  beforeEach(async () => {
    api = await startTestApi();
  });
  afterEach(() => api.close());

  /** The answer to bytes that may be no request. */
  const send = async (bytes: string) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.write(bytes);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    const [, status] = head.split(' ');
    const [, type] = /^content-type: (.*)$/im.exec(head) ?? [];
    return { status: Number(status), type, problem: problemSchema.parse(JSON.parse(body)) };
  };

  test.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'validation_failed'],
    [
      'two lengths',
      'POST /v1/tickets HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
      'validation_failed',
    ],
    [
      'an address without end',
      `GET /v1/tickets?q=${'x'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
      413,
      'payload_too_large',
    ],
  ])('is refused with a problem where it is %s', async (_what, bytes, status, code) => {
    expect(await send(bytes)).toMatchObject({
      status,
      type: 'application/problem+json; charset=utf-8',
      problem: { status, code },
    });
  });

  test('may be a search of 3,000 characters, whatever these are', async () => {
    expect(await api.client.listTickets({ q: '🛗'.repeat(3000) })).toEqual({
      tickets: [],
      nextCursor: null,
      total: 0,
    });
  });
});

describe('an API with a token', () => {
  test('answers only who sends it, the health checks excepted', async () => {
    const api = await createTestApi({ token: 'a-long-secret' });
    const asked = async (authorization?: string) =>
      (await api.call('GET /v1/tickets', undefined, authorization ? { authorization } : {})).status;

    expect(await asked('Bearer a-long-secret')).toBe(200);
    expect(await asked()).toBe(401);
    expect(await asked('bearer a-long-secret')).toBe(200);
    expect(await asked('BEARER  a-long-secret')).toBe(200);
    expect(await asked('Bearer another-secret')).toBe(401);
    expect(await asked('a-long-secret')).toBe(401);
    expect((await api.call('GET /openapi.json')).status).toBe(401);
    expect((await api.call('GET /healthz')).status).toBe(200);
    expect((await api.call('GET /readyz')).status).toBe(200);
    expect((await api.call('GET /v1/tickets')).body).toMatchObject({ code: 'unauthorized' });
  });

  test('is called with it by the client', async () => {
    const api = await startTestApi({ token: 'a-long-secret' });

    expect(await api.client.listTickets({})).toEqual({ tickets: [], nextCursor: null, total: 0 });
    await api.close();
  });
});

describe('an API without a token', () => {
  test.each(['localhost', 'LOCALHOST:3002', '127.0.0.1:3002', '[::1]:3002'])(
    'answers for the host %s',
    async host => {
      const api = await createTestApi();

      expect((await api.call('GET /v1/tickets', undefined, { host })).status).toBe(200);
    },
  );

  test.each(['attacker.example', 'localhost.attacker.example:3002', '127.0.0.1.nip.io', '10.0.0.7:3002'])(
    'answers nothing for the host %j, whose name may point anywhere',
    async host => {
      const api = await createTestApi();

      for (const path of ['/v1/tickets', '/healthz', '/docs', '/nothing'] as const)
        expect(await api.call(`GET ${path}`, undefined, { host })).toMatchObject({
          status: 421,
          type: 'application/problem+json',
          body: { code: 'misdirected' },
        });
    },
  );

  test('does answer for any host once it has one', async () => {
    const api = await createTestApi({ token: 'a-long-secret' });
    const headers = { host: 'api.campus.example', authorization: 'Bearer a-long-secret' };

    expect((await api.call('GET /v1/tickets', undefined, headers)).status).toBe(200);
  });
});

describe('an API whose database cannot be reached', () => {
  test('says so, and that it is not ready', async () => {
    const nowhere = postgres('postgres://127.0.0.1:1/nowhere', { max: 1, backoff: () => 0.01 });
    const api = await createTestApi({ db: drizzle(nowhere, { schema }) });

    const answers = [
      await api.call('POST /v1/tickets', filing),
      await api.call('GET /v1/tickets'),
      await api.call('GET /v1/outbox?wait=25'),
    ];

    for (const answer of answers)
      expect(answer).toMatchObject({
        status: 503,
        type: 'application/problem+json',
        body: {
          code: 'unavailable',
          detail: 'The database cannot be reached just now. Try again in a moment.',
        },
      });
    expect(await api.call('GET /readyz')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await api.call('GET /healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect((await api.call('GET /metrics')).status).toBe(200);
    await nowhere.end();
  });

  test('tells nobody what was in the statement that failed', async () => {
    const lines: string[] = [];
    const logger = createLogger({ level: 'info', destination: { write: line => void lines.push(line) } });
    const api = await createTestApi({
      logger,
      categoriser: {
        version: 'broken',
        categorise: () => ({
          category: 'it',
          confidence: 7,
          secondCategory: 'it',
          unsure: false,
          because: [],
          model: 'broken',
        }),
      },
    });

    const answer = await api.call('POST /v1/tickets', { ...filing, description: 'secret words' });

    expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
    expect(JSON.stringify(answer.body)).not.toMatch(/secret|insert|tickets_/);
    const [line = ''] = lines;
    expect(JSON.parse(line)).toMatchObject({
      err: { code: '23514', message: expect.stringContaining('violates') },
    });
    expect(line).not.toMatch(/secret words|Ada|Library/);
  });
});

describe('the API about itself', () => {
  test('is ready and alive', async () => {
    const api = await createTestApi();

    expect((await api.call('GET /healthz')).body).toEqual({ status: 'ok' });
    expect((await api.call('GET /readyz')).body).toEqual({ status: 'ok' });
  });

  test('counts what happens and what Slack does not show yet', async () => {
    const api = await createTestApi();
    await fileTicket(api);
    await fileTicket(api);

    const { body, type } = await api.call('GET /metrics');

    expect(type).toBe('text/plain');
    expect(body).toContain('campus_desk_events_total{type="ticket.filed",service="api"} 2');
    expect(body).toContain('campus_desk_outbox_events{service="api"} 2');
    expect(body).toContain('process_cpu_seconds_total');
  });

  test('counts a filing that was sent twice once', async () => {
    const api = await createTestApi();
    await api.call('POST /v1/tickets', filing, { 'idempotency-key': 'V1' });
    await api.call('POST /v1/tickets', filing, { 'idempotency-key': 'V1' });

    expect((await api.call('GET /metrics')).body).toContain('{type="ticket.filed",service="api"} 1');
  });

  test('describes every call in OpenAPI 3.1, with every reference resolved', async () => {
    const api = await createTestApi();

    const { body } = await api.call('GET /openapi.json');

    expect(body.openapi).toMatch(/^3\.1\./);
    const calls = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map(method => `${method.toUpperCase()} ${path}`),
    );
    expect(calls).toEqual(
      expect.arrayContaining([
        'POST /v1/tickets',
        'GET /v1/tickets',
        'GET /v1/tickets/{number}',
        'PATCH /v1/tickets/{number}',
        'GET /v1/tickets/{number}/events',
        'GET /v1/tickets/{number}/messages',
        'POST /v1/tickets/{number}/messages',
        'GET /v1/messages',
        'GET /v1/messages/{id}',
        'PATCH /v1/messages/{id}',
        'DELETE /v1/messages/{id}',
        'GET /v1/messages/{id}/copies',
        'PUT /v1/messages/{id}/copies',
        'PUT /v1/tickets/{number}/threads/{side}',
        'GET /v1/tickets/{number}/threads',
        'GET /v1/threads',
        'GET /v1/outbox',
        'POST /v1/outbox/ack',
        'GET /v1/leases/{name}/hold',
        'PUT /v1/leases/{name}',
      ]),
    );
    const named = Object.keys(body.components.schemas);
    for (const [, reference] of JSON.stringify(body).matchAll(/"\$ref":"([^"]+)"/g))
      expect(named).toContain(reference?.replace('#/components/schemas/', ''));
  });

  test('declares a problem for every refusal', async () => {
    const api = await createTestApi();

    const { paths } = (await api.call('GET /openapi.json')).body;

    const { responses } = paths['/v1/tickets/{number}'].patch;
    expect(Object.keys(responses)).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '413',
      '421',
      '429',
      '500',
      '503',
    ]);
    expect(responses['409'].content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
  });

  test('can be browsed', async () => {
    const api = await createTestApi();

    expect(await api.call('GET /docs')).toMatchObject({ status: 200, type: 'text/html' });
  });
});

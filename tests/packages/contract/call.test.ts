import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCall } from '@campus-desk/contract';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Calls a service that answers like this. */
async function callTo(listener: RequestListener, timeoutMs = 1000, method: 'GET' | 'PUT' = 'PUT') {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const call = createCall({ baseUrl: `http://127.0.0.1:${port}/`, token: 'secret', timeoutMs });
  return call({
    method,
    path: '/v1/x',
    query: { a: 'ä&b', limit: 2, left: undefined },
    ...(method === 'PUT' && { body: { text: 'x' } }),
    answer: z.object({ ok: z.boolean() }),
  }).catch(error => ({ code: error.code, message: error.message, details: error.details }));
}
const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(body);
const somethingUnknown = {
  code: 'unavailable',
  message: 'The ticket service gave an unexpected answer. Try again in a moment.',
  details: { reason: 'unexpected_answer' },
};
const notReached = {
  code: 'unavailable',
  message: 'The ticket service cannot be reached just now. Try again in a moment.',
  details: { reason: 'not_reached' },
};

describe('a call', () => {
  test('sends method, query, token and JSON, and answers what was said', async () => {
    const seen: unknown[] = [];

    const answer = await callTo(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { authorization, 'content-type': type } = request.headers;
      seen.push(request.method, request.url, authorization, type, body);
      response.end('{"ok":true,"more":1}');
    });

    expect(answer).toEqual({ ok: true });
    expect(seen).toEqual([
      'PUT',
      '/v1/x?a=%C3%A4%26b&limit=2',
      'Bearer secret',
      'application/json',
      '{"text":"x"}',
    ]);
  });

  test('throws the problem it was answered, with its details', async () => {
    const problem = {
      type: 'about:blank',
      title: 't',
      status: 409,
      code: 'ticket_closed',
      detail: 'Closed.',
    };

    expect(await callTo(answering(409, JSON.stringify({ ...problem, by: { name: 'Ben' } })))).toEqual({
      code: 'ticket_closed',
      message: 'Closed.',
      details: { by: { name: 'Ben' } },
    });
  });

  test('throws unavailable when the answer is none of ours', async () => {
    expect(await callTo(answering(502, '{"error":"Bad gateway"}'))).toEqual(somethingUnknown);
  });

  test('throws unavailable when the answer is not what it must be', async () => {
    expect(await callTo(answering(200, '{"ok":"yes"}'))).toEqual(somethingUnknown);
  });

  test('throws unavailable when the answer is not JSON', async () => {
    expect(await callTo(answering(200, '<html>'))).toEqual(notReached);
  });

  test('throws unavailable when no answer comes in time', async () => {
    expect(await callTo(() => {}, 30)).toEqual(notReached);
  });

  test('asks once more for what is only read when the connection breaks', async () => {
    for (const [method, answer, calls] of [
      ['GET', { ok: true }, 2],
      ['PUT', notReached, 1],
    ] as const) {
      let count = 0;
      const breaksOnce: RequestListener = (request, response) => {
        count += 1;
        if (count === 1) request.socket.destroy();
        else response.end('{"ok":true}');
      };

      expect(await callTo(breaksOnce, 1000, method)).toEqual(answer);
      expect(count).toBe(calls);
      server.close();
    }
  });

  test('asks once more for what is only read when its answer is cut off', async () => {
    let count = 0;

    const answer = await callTo(
      (request, response) => {
        count += 1;
        if (count > 1) return response.end('{"ok":true}');
        response.writeHead(200, { 'content-length': 11 });
        response.write('{"ok"');
        setImmediate(() => request.socket.end());
      },
      1000,
      'GET',
    );

    expect(answer).toEqual({ ok: true });
  });

  test('throws unavailable when the connection breaks', async () => {
    expect(await callTo(request => request.socket.destroy())).toEqual(notReached);
  });
});

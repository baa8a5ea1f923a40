import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { eventBody, sendSigned } from '../signed-request.ts';
import { ada, type StackWithPeople, startStackWithPeople } from '../stack-with-people.ts';

let stack: StackWithPeople;
beforeAll(async () => {
  stack = await startStackWithPeople();
  await fileTicket(stack.api);
});
afterEach(() => stack.gate.open());
afterAll(() => stack.stop());

const command = new URLSearchParams({
  command: '/ticket',
  text: 'help',
  user_id: ada,
  user_name: 'ada',
  team_id: 'T01',
  channel_id: 'C02GENERAL',
  trigger_id: '1.2.x',
  response_url: 'http://127.0.0.1:9/none',
}).toString();

describe('a request to the bot', () => {
  test('that Slack signed is answered', async () => {
    const answer = await sendSigned({ stack, body: command });

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ response_type: 'ephemeral' });
  });

  test('with a forged signature is refused', async () => {
    expect(await sendSigned({ stack, body: command, secret: 'guessed' })).toEqual({ status: 401, body: '' });
  });

  test('with an old signature is refused', async () => {
    const now = new Date(Date.now() - 6 * 60_000);

    expect(await sendSigned({ stack, body: command, now })).toEqual({ status: 401, body: '' });
  });

  test('without a signature is refused', async () => {
    const response = await fetch(`${stack.bot.url}/slack/events`, { method: 'POST', body: command });

    expect(response.status).toBe(401);
  });

  test('keeps its connection for longer than a proxy does', async () => {
    const response = await fetch(`${stack.bot.url}/slack/events`, { method: 'POST', body: command });

    expect(response.headers.get('keep-alive')).toBe('timeout=130');
  });

  test.each([
    ['JSON that is none', '{"type":', 'application/json'],
    ['a payload that is no JSON', 'payload=%7Bnope', 'application/x-www-form-urlencoded'],
  ])('with %s is refused', async (_what, body, type) => {
    expect((await sendSigned({ stack, body, type })).status).toBe(400);
  });

  test('that is too large is refused', async () => {
    const body = `payload=${'x'.repeat(2 * 1024 * 1024)}`;

    expect((await sendSigned({ stack, body })).status).toBe(413);
  });

  test('to verify the address is answered with the challenge', async () => {
    expect(await stack.sandbox.verifyRequestUrl()).toBe(true);
  });

  test('for an event is answered with an error while the API is away, so that Slack repeats it', async () => {
    const event = {
      channel: 'C9',
      channel_type: 'channel',
      user: ada,
      ts: '1.000100',
      thread_ts: '1.000000',
      text: 'hi',
    };
    stack.gate.shut();
    const away = await sendSigned({ stack, body: eventBody(event), type: 'application/json' });
    stack.gate.open();
    const back = await sendSigned({ stack, body: eventBody(event), type: 'application/json' });

    expect(away.status).toBe(503);
    expect(back.status).toBe(200);
  });

  test('is answered at once when too many wait for the API already', async () => {
    const list = command.replace('text=help', 'text=list');
    stack.gate.hold('GET /v1/tickets');
    const others = Array.from({ length: 100 }, () => sendSigned({ stack, body: list }));

    const answer = await eventually(async () => {
      const tried = await sendSigned({ stack, body: list });
      expect(tried.body).toContain(
        'Too much is going on just now. Nothing was stored; try again in a moment.',
      );
      return tried;
    });
    const ready = await fetch(`${stack.bot.url}/readyz`);
    stack.gate.open();

    expect(answer.status).toBe(200);
    expect(ready.status).toBe(200);
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual(Array(100).fill(200));
  });

  test('for anything else is not found', async () => {
    expect((await fetch(`${stack.bot.url}/admin`)).status).toBe(404);
  });
});

describe('what a modal carries along', () => {
  test('is believed only when it is ours; else the person gets a reference', async () => {
    const payload = {
      type: 'view_submission',
      team: { id: 'T01', domain: 'campus' },
      user: { id: ada, name: 'ada' },
      view: {
        id: 'V1',
        hash: '1',
        type: 'modal',
        callback_id: 'ticket.file.submit',
        private_metadata: '{"role":"admin"}',
        blocks: [{ type: 'input', block_id: 'description' }],
        state: { values: { description: { description: { type: 'plain_text_input', value: 'x' } } } },
      },
    };

    const { body } = await sendSigned({
      stack,
      body: `payload=${encodeURIComponent(JSON.stringify(payload))}`,
    });

    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { description: expect.stringMatching(/tell your administrator [0-9a-f]{8}\.$/) },
    });
  });
});

describe('the health of the bot', () => {
  test('says that it is alive, and what Prometheus asks', async () => {
    const metrics = await fetch(`${stack.bot.url}/metrics`);

    expect(await (await fetch(`${stack.bot.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await metrics.text()).toContain('process_cpu');
  });

  test('counts every call to Slack, of people and of sync, and those that Slack refuses', async () => {
    await stack.person(ada).types('');
    await sendSigned({ stack, body: command.replace('text=help', 'text=') });
    await stack.bot.settled();

    const text = await (await fetch(`${stack.bot.url}/metrics`)).text();
    const counted = [...text.matchAll(/^campus_desk_slack_calls_total\{(.+),service="bot"\} (\d+)$/gm)];

    expect(counted.map(([, labels]) => labels)).toEqual(
      expect.arrayContaining([
        'method="auth.test",verdict="ok"',
        'method="views.open",verdict="ok"',
        'method="views.open",verdict="refused"',
        'method="chat.postMessage",verdict="ok"',
      ]),
    );
  });

  test('is for this machine: whoever comes through a reverse proxy learns only that it is alive', async () => {
    const through = { headers: { 'x-forwarded-for': '192.0.2.7' } };
    const statuses = ['/healthz', '/readyz', '/metrics'].map(
      async path => (await fetch(`${stack.bot.url}${path}`, through)).status,
    );

    expect(await Promise.all(statuses)).toEqual([200, 403, 403]);
  });

  test('says that it is not ready while the API is away', async () => {
    const ready = await eventually(async () => {
      const answer = await fetch(`${stack.bot.url}/readyz`);
      expect(answer.status).toBe(200);
      return answer;
    });
    stack.gate.shut();
    const unready = await fetch(`${stack.bot.url}/readyz`);
    stack.gate.open();

    expect(ready.status).toBe(200);
    expect(unready.status).toBe(503);
  });
});

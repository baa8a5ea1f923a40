import { createHmac } from 'node:crypto';
import { readConfig } from '@campus-desk/service-kit';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWebhook } from '../../../api/doctor/check-webhook.ts';
import { ben, createTestApi, fileTicket, startTestApi, startTicket } from '../../support/api.ts';
import { eventually } from '../../support/eventually.ts';
import { startReceiver, type WebhookReceiver } from '../../support/receiver.ts';

const key = Buffer.from('a key of thirty-two characters!!');
const secret = `whsec_${key.toString('base64')}`;

type Running = Awaited<ReturnType<typeof startTestApi>>;

let receiver: WebhookReceiver;
let running: Running[];
beforeEach(async () => {
  receiver = await startReceiver();
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(api => api.close()));
  await receiver.stop();
});

async function start(options: Parameters<typeof startTestApi>[0] = {}): Promise<Running> {
  const api = await startTestApi({ webhook: { url: receiver.url, secret }, ...options });
  running.push(api);
  return api;
}

const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']);

describe('the receiver of webhooks', () => {
  test('gets every event as the API answers it, in order', async () => {
    const api = await start();
    const { number } = await startTicket(api);
    await api.call(`POST /v1/tickets/${number}/messages`, { actor: ben, body: 'Which room?' });

    await eventually(() => expect(idsReceived()).toEqual(['event-1', 'event-2', 'event-3']));

    const { events } = (await api.call(`GET /v1/tickets/${number}/events`)).body;
    expect(receiver.received.map(({ body }) => JSON.parse(body))).toEqual(events);
  });

  test('learns that there are notes, but not what they say', async () => {
    const api = await start();
    const { number } = await fileTicket(api);
    const path = `POST /v1/tickets/${number}/messages` as const;
    const { body: message } = await api.call(path, { actor: ben, body: 'Ada again', internal: true });
    await api.call(`PATCH /v1/messages/${message.id}`, { actor: ben, body: 'Ada, again' });
    await api.call(`DELETE /v1/messages/${message.id}`, { actor: ben });

    await eventually(() => expect(receiver.received).toHaveLength(4));

    const [, ...events] = receiver.received.map(({ body }) => JSON.parse(body));
    expect(events.map(({ type, changes }) => ({ type, changes }))).toEqual(
      ['note.posted', 'message.edited', 'message.deleted'].map(type => ({ type, changes: {} })),
    );
  });

  test('can verify who sent it, and when', async () => {
    const api = await start();
    await fileTicket(api);

    await eventually(() => expect(receiver.received).toHaveLength(1));

    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(headers['webhook-timestamp']).toBe(String(api.clock.now().getTime() / 1000));
  });

  test('gets again what it did not take, and the later ones after it', async () => {
    receiver.status = 500;
    const api = await start();
    await startTicket(api);
    await eventually(() => expect(receiver.received.length).toBeGreaterThan(0));
    const metrics = (await api.call('GET /metrics')).body;
    await eventually(async () =>
      expect((await api.call('GET /v1/webhook')).body).toMatchObject({
        position: 0,
        failure: 'HTTP 500',
        waitingSince: '2026-11-22T09:00:00.000Z',
      }),
    );
    expect(metrics).toContain('campus_desk_webhook_lag_seconds{service="api"} 0');

    receiver.status = 200;

    await eventually(() => expect(idsReceived().at(-1)).toBe('event-2'));
    expect(new Set(idsReceived().slice(0, -1))).toEqual(new Set(['event-1']));
    await eventually(async () =>
      expect((await api.call('GET /v1/webhook')).body).toEqual({
        receiver: new URL(receiver.url).host,
        position: 2,
        waitingSince: null,
        failure: null,
        failingSince: null,
      }),
    );
  });

  test('gets what happened while no API was there to send it', async () => {
    const first = await start();
    await fileTicket(first);
    await eventually(() => expect(idsReceived()).toEqual(['event-1']));
    await first.close();
    running = [];
    const silent = await createTestApi({ db: first.db });
    await fileTicket(silent);

    await start({ db: first.db });

    await eventually(() => expect(idsReceived()).toEqual(['event-1', 'event-2']));
  });

  test('that is new begins with the next event', async () => {
    const before = await createTestApi();
    await fileTicket(before);
    const api = await start({ db: before.db });
    await eventually(async () => expect((await api.call('GET /v1/webhook')).body.position).toBe(1));

    await fileTicket(api);

    await eventually(() => expect(idsReceived()).toEqual(['event-2']));
  });

  test('is sent to by one of several copies of the API, whoever stored the event', async () => {
    const first = await start();
    const second = await start({ db: first.db });
    await fileTicket(first);
    await fileTicket(second);
    await fileTicket(first);

    await eventually(() => expect(idsReceived()).toEqual(['event-1', 'event-2', 'event-3']));
    expect((await first.call('GET /v1/leases/webhooks')).body.holder).toMatch(/^api-/);
  });

  test('misses nothing beside an id that nobody used', async () => {
    const api = await start();
    await fileTicket(api);
    await api.db.execute(sql`select nextval('events_id_seq')`);
    await fileTicket(api);

    await eventually(() => expect(idsReceived()).toEqual(['event-1', 'event-3']));
  });

  test('is named by the doctor when it does not take what it is sent', async () => {
    receiver.status = 410;
    const api = await start();
    await fileTicket(api);
    const config = readConfig({ API_URL: api.url });

    await eventually(async () =>
      expect(await checkWebhook(config)).toEqual([
        {
          about: 'Webhooks',
          verdict: 'wrong',
          says: expect.stringMatching(
            /^127\.0\.0\.1:\d+ does not take the event after 0 \(HTTP 410\), since 2026-11-22T09:00:00\.000Z\.$/,
          ),
          remedy: expect.stringContaining('sent again until it is taken'),
        },
      ]),
    );
  });
});

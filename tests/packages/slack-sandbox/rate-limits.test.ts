import type { Sandbox } from 'slack-sandbox';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { helpdeskChannel } from './support/campus.ts';
import { createTestClock } from './support/test-clock.ts';
import { clientOf, startTestSandbox } from './support/test-sandbox.ts';

describe('rate limits', () => {
  let sandbox: Sandbox;
  let clock: ReturnType<typeof createTestClock>;

  beforeEach(async () => {
    clock = createTestClock();
    sandbox = await startTestSandbox({ clock: clock.read, rateLimits: true });
  });
  afterEach(() => sandbox.stop());

  const post = (channel: string) => clientOf(sandbox).chat.postMessage({ channel, text: 'hi' });

  test('a channel takes a short burst and then one post a second', async () => {
    for (let count = 0; count < 4; count += 1) await post(helpdeskChannel);

    await expect(post(helpdeskChannel)).rejects.toMatchObject({ retryAfter: 1 });
    await expect(post('U01ADA')).resolves.toMatchObject({ ok: true });
    clock.advance(1000);
    await expect(post(helpdeskChannel)).resolves.toMatchObject({ ok: true });
    await expect(post(helpdeskChannel)).rejects.toMatchObject({ retryAfter: 1 });
  });

  test('a refused call says so with status 429 and when to come back', async () => {
    for (let count = 0; count < 4; count += 1) await post(helpdeskChannel);

    const answer = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.botToken}` },
      body: new URLSearchParams({ channel: helpdeskChannel, text: 'hi' }),
    });

    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.json()).toEqual({ ok: false, error: 'ratelimited' });
  });

  test('the whole workspace has 50 updates a minute', async () => {
    const channel = helpdeskChannel;
    const client = clientOf(sandbox);
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'card' });
    const update = () => client.chat.update({ channel, ts, text: 'card' });

    for (let count = 0; count < 50; count += 1) await update();

    await expect(update()).rejects.toMatchObject({ retryAfter: 60 });
    clock.advance(60_000);
    await expect(update()).resolves.toMatchObject({ ok: true });
  });
});

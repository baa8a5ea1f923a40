import { beforeEach, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
beforeEach(async () => {
  api = await createTestApi();
});

const take = async (holder: string, ttlSeconds = 30, name = 'sync') =>
  (await api.call(`PUT /v1/leases/${name}`, { holder, ttlSeconds })).body;
const heldBy = (holder: string, time: string, fence = 1) => ({
  name: 'sync',
  holder,
  expiresAt: `2026-11-22T${time}.000Z`,
  fence,
});

describe('a lease', () => {
  test('is given to who asks first, and kept from the others', async () => {
    expect(await take('bot-1')).toEqual(heldBy('bot-1', '09:00:30'));
    expect(await take('bot-2')).toEqual(heldBy('bot-1', '09:00:30'));
  });

  test('is renewed by its holder', async () => {
    await take('bot-1');
    api.clock.pass(20);

    expect(await take('bot-1')).toEqual(heldBy('bot-1', '09:00:50'));
  });

  test('is free when its time is over', async () => {
    await take('bot-1');
    api.clock.pass(29);
    expect(await take('bot-2')).toMatchObject({ holder: 'bot-1' });

    api.clock.pass(1);

    expect(await take('bot-2')).toEqual(heldBy('bot-2', '09:01:00', 2));
    expect(await take('bot-1')).toEqual(heldBy('bot-2', '09:01:00', 2));
  });

  test('has a fence that goes up when the holder changes, and at no other time', async () => {
    const fences: number[] = [];

    for (const [holder, seconds] of [
      ['bot-1', 20],
      ['bot-1', 31],
      ['bot-1', 31],
      ['bot-2', 31],
      ['bot-1', 0],
    ] as const) {
      fences.push((await take(holder)).fence);
      api.clock.pass(seconds);
    }

    expect(fences).toEqual([1, 1, 1, 2, 3]);
  });

  test('is free when its holder gives it back', async () => {
    await take('bot-1');

    expect(await take('bot-1', 0)).toEqual({ name: 'sync', holder: null, expiresAt: null });
    expect(await take('bot-2')).toMatchObject({ holder: 'bot-2' });
  });

  test('is not given back by anybody else', async () => {
    await take('bot-1');

    expect(await take('bot-2', 0)).toEqual(heldBy('bot-1', '09:00:30'));
  });

  test('that nobody holds can be given back', async () => {
    expect(await take('bot-1', 0)).toEqual({ name: 'sync', holder: null, expiresAt: null });
  });

  test('has nothing to do with another lease', async () => {
    await take('bot-1');

    expect(await take('bot-2', 30, 'digest')).toMatchObject({ name: 'digest', holder: 'bot-2' });
  });

  test('goes to exactly one of several at once, and all learn who', async () => {
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(holder => take(holder)));

    expect(new Set(answers.map(answer => answer.holder)).size).toBe(1);
  });

  test.each([
    ['SYNC', { holder: 'a', ttlSeconds: 30 }],
    ['sync', { holder: '', ttlSeconds: 30 }],
    ['sync', { holder: 'a', ttlSeconds: -1 }],
    ['sync', { holder: 'a', ttlSeconds: 3601 }],
    ['sync', { holder: 'a' }],
  ])('%s with %j is refused', async (name, body) => {
    expect((await api.call(`PUT /v1/leases/${name}`, body)).status).toBe(400);
  });
});

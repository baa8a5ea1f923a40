import { type Client, createClient, type LeaseConnection } from '@campus-desk/contract';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startTestApi } from '../../support/api.ts';
import { testSession } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

describe('a lease that is tied to a connection', () => {
  let api: Awaited<ReturnType<typeof startTestApi>>;
  let client: Client;
  const connections: LeaseConnection[] = [];

  beforeEach(async () => {
    api = await startTestApi();
    client = api.client;
  });
  afterEach(async () => {
    for (const connection of connections.splice(0)) connection.close();
    await api.close();
  });

  const take = (holder: string, fence?: number) =>
    client.takeLease({ name: 'sync', holder, ttlSeconds: 30, fence });
  const open = async (holder: string, fence = 1) => {
    const connection = await client.holdLease({ name: 'sync', holder, fence });
    connections.push(connection);
    return connection;
  };
  const holderNow = async () =>
    (await client.takeLease({ name: 'sync', holder: 'nobody', ttlSeconds: 0 })).holder;

  test('is kept from others while the connection is open', async () => {
    await take('bot-1');

    const connection = await open('bot-1');

    expect(await take('bot-2')).toMatchObject({ holder: 'bot-1', fence: 1 });
    expect(connection.isAlive()).toBe(true);
  });

  test('is free as soon as the connection closes', async () => {
    await take('bot-1');
    const connection = await open('bot-1');

    connection.close();

    await eventually(async () => expect(await holderNow()).toBeNull());
    expect(await take('bot-2')).toMatchObject({ holder: 'bot-2', fence: 2 });
  });

  test('is still its holder’s when renewed under its fence, and free when the connection closes after that', async () => {
    await take('bot-1');
    const connection = await open('bot-1');
    await take('bot-1', 1);

    connection.close();

    await eventually(async () => expect(await holderNow()).toBeNull());
  });

  test('lasts for its time when it was taken anew before an old connection closes', async () => {
    await take('bot-1');
    const old = await open('bot-1');
    await take('bot-1');

    old.close();
    await old.ended;

    await expect(vi.waitFor(async () => expect(await holderNow()).toBeNull(), 200)).rejects.toThrow();
  });

  test('is not given back by an older connection of its holder', async () => {
    await take('bot-1');
    const old = await open('bot-1');
    const newer = await open('bot-1');

    old.close();
    await old.ended;

    await expect(vi.waitFor(async () => expect(await holderNow()).toBeNull(), 200)).rejects.toThrow();
    expect(newer.isAlive()).toBe(true);
  });

  test('ends its connection when its time is over, or somebody else has it', async () => {
    await take('bot-1');
    const connection = await open('bot-1');
    api.clock.pass(31);
    await take('bot-2');

    await connection.ended;

    expect(connection.isAlive()).toBe(false);
    expect(await holderNow()).toBe('bot-2');
  });

  test.each([
    ['bot-1', 2],
    ['bot-2', 1],
  ])('cannot be tied by %s under fence %i when that is not how it was given', async (holder, fence) => {
    await take('bot-1');

    await expect(open(holder, fence)).rejects.toMatchObject({ code: 'version_conflict' });
  });

  test('is free at once when its API closes, and its connection ends', async () => {
    const other = await startTestApi({ db: api.db });
    onTestFinished(() => other.close());
    await take('bot-1');
    const connection = await open('bot-1');

    await api.close();
    await connection.ended;

    client = other.client;
    expect(await take('bot-2')).toMatchObject({ holder: 'bot-2' });
  });

  test('is free at once when the database session of its API is gone, and its connection ends', async () => {
    await take('bot-1');
    const connection = await open('bot-1');

    await (await testSession()).execute(sql`select pg_advisory_unlock_all()`);

    expect(await take('bot-2')).toMatchObject({ holder: 'bot-2', fence: 2 });
    await connection.ended;
  });

  test('cannot be tied through an API that has no such call', async () => {
    const elsewhere = createClient({ baseUrl: `${api.url}/elsewhere`, token: undefined });

    const opening = elsewhere.holdLease({ name: 'sync', holder: 'bot-1', fence: 1 });

    await expect(opening).rejects.toMatchObject({ code: 'not_found' });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, openStage, type Stage } from './support/stage.ts';

describe('the sync lease', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.close());

  const file = () =>
    stage.wires.client.fileTicket(
      { description: 'No WiFi', actor: ada },
      { idempotencyKey: crypto.randomUUID() },
    );
  const holder = async () => {
    const lease = await stage.wires.client.takeLease({ name: 'sync', holder: 'nobody', ttlSeconds: 0 });
    return lease.holder;
  };

  test('lets one of two processes work, and both are ready', async () => {
    const first = stage.startWork('first');
    await file();
    await first.work.settled();
    const second = stage.startWork('second');
    await file();

    await first.work.settled();

    expect(stage.posts()).toHaveLength(4);
    expect(await holder()).toBe('first');
    expect([first, second].map(({ work }) => work.isReady())).toEqual([true, true]);
  });

  test('is renewed for as long as the process lives', async () => {
    const { work } = stage.startWork('first');
    await file();
    await work.settled();
    stage.startWork('second');

    await stage.clock.advance(120_000);

    expect(await holder()).toBe('first');
  });

  test('goes to the standby within its time when the holder is killed', async () => {
    const first = stage.startWork('first');
    await file();
    await first.work.settled();
    const second = stage.startWork('second');
    await stage.clock.advance(3_000);
    first.wires.kill();
    await file();

    await stage.clock.advance(30_500);
    await second.work.settled();

    expect(await holder()).toBe('second');
    expect(stage.posts()).toHaveLength(4);
  });

  test('goes to the standby at once when the holder stops', async () => {
    const first = stage.startWork('first');
    await file();
    await first.work.settled();
    const second = stage.startWork('second');
    await stage.clock.advance(1_000);
    await first.work.stop();
    await file();

    await stage.clock.advance(2_500);
    await second.work.settled();

    expect(await holder()).toBe('second');
    expect(first.work.isReady()).toBe(false);
  });

  test('goes to the standby within a second when the connection of the holder closes', async () => {
    const first = stage.startWork('first');
    await file();
    await first.work.settled();
    const second = stage.startWork('second');
    await stage.clock.advance(3_000);
    const killedAt = stage.clock.now();
    first.wires.kill();
    await file();

    await expect
      .poll(async () => {
        await stage.clock.advance(500);
        return holder();
      })
      .toBe('second');
    await second.work.settled();

    expect(stage.clock.now()).toBeLessThan(killedAt + 3_000);
    expect(stage.posts()).toHaveLength(4);
  });

  test('is taken again by a process that lost its connection, which goes on with its work', async () => {
    const { work, wires } = stage.startWork();
    await file();
    await work.settled();

    wires.hangUp();
    await file();
    await work.settled();

    expect(stage.posts()).toHaveLength(4);
  });

  test('is held on when a renewal fails and a later one succeeds', async () => {
    const { work, wires } = stage.startWork('first');
    await file();
    await work.settled();
    wires.cut.set('takeLease', 'not-sent');
    await stage.clock.advance(6_000);
    await file();
    await work.settled();
    wires.cut.clear();

    await stage.clock.advance(30_000);
    await file();
    await work.settled();

    expect(stage.posts()).toHaveLength(6);
  });

  test('lasts by time alone where the API cannot tie it to a connection', async () => {
    const first = stage.startWork('first');
    first.wires.cut.set('holdLease', 'not-sent');
    await file();
    await first.work.settled();
    const second = stage.startWork('second');
    first.wires.kill();
    await file();

    await stage.clock.advance(20_000);
    expect(await holder()).toBe('first');
    await stage.clock.advance(11_000);
    await second.work.settled();

    expect(await holder()).toBe('second');
    expect(stage.posts()).toHaveLength(4);
  });

  test('ends the work at once when it cannot be renewed', async () => {
    const { work, wires } = stage.startWork('first');
    await file();
    await work.settled();
    wires.cut.set('takeLease', 'not-sent');
    await stage.clock.advance(10_500);

    await file();
    await stage.clock.advance(500);

    expect(stage.posts()).toHaveLength(2);
  });

  test('lets nobody post under an older fence, though no news of the new holder has come', async () => {
    const { work, wires } = stage.startWork('first', { hearsOfTheEnd: false });
    await file();
    await work.settled();
    await wires.client.takeLease({ name: 'sync', holder: 'first', ttlSeconds: 0 });
    await wires.client.takeLease({ name: 'sync', holder: 'second', ttlSeconds: 30 });

    await file();
    await stage.clock.advance(500);

    expect(stage.calls('chat.postMessage')).toBe(2);
  });
});

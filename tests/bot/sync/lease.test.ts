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
    const first = stage.startSync('first');
    await file();
    await first.sync.settle();
    const second = stage.startSync('second');
    await file();

    await first.sync.settle();

    expect(stage.posts()).toHaveLength(4);
    expect(await holder()).toBe('first');
    expect([first, second].map(({ sync }) => sync.isReady())).toEqual([true, true]);
  });

  test('is renewed for as long as the process lives', async () => {
    const { sync } = stage.startSync('first');
    await file();
    await sync.settle();
    stage.startSync('second');

    await stage.clock.advance(120_000);

    expect(await holder()).toBe('first');
  });

  test('goes to the standby within its time when the holder is killed', async () => {
    const first = stage.startSync('first');
    await file();
    await first.sync.settle();
    const second = stage.startSync('second');
    await stage.clock.advance(3_000);
    first.wires.kill();
    await file();

    await stage.clock.advance(30_500);
    await second.sync.settle();

    expect(await holder()).toBe('second');
    expect(stage.posts()).toHaveLength(4);
  });

  test('goes to the standby at once when the holder stops', async () => {
    const first = stage.startSync('first');
    await file();
    await first.sync.settle();
    const second = stage.startSync('second');
    await stage.clock.advance(1_000);
    await first.sync.stop();
    await file();

    await stage.clock.advance(2_500);
    await second.sync.settle();

    expect(await holder()).toBe('second');
    expect(first.sync.isReady()).toBe(false);
  });

  test('ends the work at once when it cannot be renewed', async () => {
    const { sync, wires } = stage.startSync('first');
    await file();
    await sync.settle();
    wires.cut.set('takeLease', 'not-sent');
    await stage.clock.advance(10_500);

    await file();
    await stage.clock.advance(500);

    expect(stage.posts()).toHaveLength(2);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { createPace, everyMethod, type Pace } from '../../../bot/slack/pace.ts';
import { createVirtualClock, type VirtualClock } from '../sync/support/virtual-clock.ts';

const post = { method: 'chat.postMessage', channel: 'C1' };
const elsewhere = { ...post, channel: 'C2' };
const update = { method: 'chat.update', channel: 'C1' };
const later = { ...update, canWait: true };

type Asking = { method: string; channel: string; canWait?: boolean };

describe('the pace of calls to Slack', () => {
  let clock: VirtualClock;
  let pace: Pace;

  beforeEach(() => {
    clock = createVirtualClock({ start: 1_000_000, onChange: () => undefined });
    pace = createPace({ clock });
  });

  /** Asks for a turn; says after how many milliseconds it came. */
  const cameAfterMs = async (call: Asking) => {
    const asked = clock.now();
    await pace.turn(call);
    return clock.now() - asked;
  };
  const several = (count: number, call: Asking) =>
    Promise.all(Array.from({ length: count }, () => cameAfterMs(call)));

  test('is three posts at once in a channel, then one a second, in the order of asking', async () => {
    expect(await several(5, post)).toEqual([0, 0, 0, 1000, 2000]);
  });

  test('of one channel holds back neither another one nor updates', async () => {
    const waiting = several(9, post);

    expect(await cameAfterMs(elsewhere)).toBe(0);
    expect(await cameAfterMs(update)).toBe(0);
    await waiting;
  });

  test('leaves ten updates to what people wait for', async () => {
    expect(await several(5, later)).toEqual([0, 0, 0, 0, 0]);
    const waiting = cameAfterMs(later);

    expect(await several(3, update)).toEqual([0, 0, 0]);
    expect(await waiting).toBe(4 * 1200);
  });

  test('gives four of five updates to what people wait for, however much else waits longer', async () => {
    await several(15, update);
    const waiting = several(3, later);

    const others = await several(8, update);

    expect(others).toEqual([1, 2, 3, 4, 6, 7, 8, 9].map(turns => turns * 1200));
    expect((await waiting).slice(0, 2)).toEqual([5 * 1200, 10 * 1200]);
  });

  test('gives an update to what can wait after four others, also where none of them had to wait', async () => {
    await several(5, later);
    const waiting = cameAfterMs(later);

    await several(4, update);

    expect(await waiting).toBe(0);
  });

  test('gives the turn of whoever stops waiting to the next one', async () => {
    await several(3, post);
    const stop = new AbortController();
    const given = Array.from({ length: 8 }, () => pace.turn({ ...post, signal: stop.signal }));
    const next = cameAfterMs(post);
    stop.abort(new Error('the lease is lost'));

    expect(await Promise.allSettled(given)).toMatchObject(
      given.map(() => ({ status: 'rejected', reason: { message: 'the lease is lost' } })),
    );
    expect(await next).toBe(1000);
  });

  test('starts anew when everybody stopped waiting', async () => {
    pace.pause({ ...post, ms: 60_000 });
    const stop = new AbortController();
    const given = pace.turn({ ...post, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(given).rejects.toThrow('stopped');

    expect(await cameAfterMs(post)).toBe(60_000);
  });

  test('pauses the channel whose post was refused, and every channel once a second one is refused', async () => {
    pace.pause({ ...post, ms: 20_000 });
    const waiting = cameAfterMs(post);
    expect(await cameAfterMs(elsewhere)).toBe(0);

    pace.pause({ ...elsewhere, ms: 30_000 });

    expect(await cameAfterMs({ ...post, channel: 'C3' })).toBe(30_000);
    expect(await waiting).toBe(30_000);
    expect(await cameAfterMs(update)).toBe(0);
  });

  test('pauses everything after a refusal of the token', async () => {
    pace.pause({ method: everyMethod, ms: 60_000 });

    expect(await Promise.all([cameAfterMs(post), cameAfterMs(update)])).toEqual([60_000, 60_000]);
  });
});

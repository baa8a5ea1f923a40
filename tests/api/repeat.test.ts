import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { repeat } from '../../api/repeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('repeat', () => {
  test('does its work every so often, also after it failed, until it is stopped', async () => {
    const errors: unknown[] = [];
    const work = vi.fn(async () => {
      throw new Error('database away');
    });
    const repeating = repeat({ everyMs: 1000, work, onError: error => errors.push(error) });

    await vi.advanceTimersByTimeAsync(2500);
    await repeating.stop();
    await vi.advanceTimersByTimeAsync(5000);

    expect(work).toHaveBeenCalledTimes(2);
    expect(errors).toHaveLength(2);
  });

  test('never does it twice at a time, and stops when it is done', async () => {
    let finish = () => {};
    const work = vi.fn(() => new Promise<void>(resolve => (finish = resolve)));
    const repeating = repeat({ everyMs: 1000, work, onError: () => {} });
    await vi.advanceTimersByTimeAsync(3500);

    const order: string[] = [];
    const stopping = repeating.stop().then(() => order.push('stopped'));
    order.push('finished');
    finish();
    await stopping;

    expect(work).toHaveBeenCalledTimes(1);
    expect(order).toEqual(['finished', 'stopped']);
  });
});

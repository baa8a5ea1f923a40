import { unavailable } from '@campus-desk/contract';
import { createLogger, createMetrics } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { createWaitingEvents, type WaitingEvent } from '../../../bot/slack/waiting-events.ts';
import { eventually } from '../../support/eventually.ts';

/** An API that is away until it is back, and what it stored. */
function apiThatComesBack() {
  const stored: string[] = [];
  let isBack = false;
  const event = (id: string, refused?: Error): WaitingEvent => ({
    id,
    thread: 'C1 1.0',
    store: async () => {
      if (!isBack) throw unavailable({ message: 'The API is away.' });
      if (refused !== undefined) throw refused;
      stored.push(id);
    },
  });
  const comesBack = () => {
    isBack = true;
  };
  return { stored, event, comesBack };
}

function createWaiting(max?: number) {
  const metrics = createMetrics({ service: 'bot' });
  const clock = {
    now: () => 0,
    monotonic: () => 0,
    sleep: () => new Promise<void>(resolve => setImmediate(resolve)),
  };
  const logger = createLogger({ level: 'silent' });
  const waiting = createWaitingEvents({ clock, logger, metrics, ...(max !== undefined && { max }) });
  const dropped = async () =>
    (await metrics.registry.getSingleMetric('campus_desk_dropped_events_total')?.get())?.values[0]?.value;
  return { waiting, dropped };
}

describe('waiting events', () => {
  test('are stored in the order in which they came, a repetition once', async () => {
    const api = apiThatComesBack();
    const { waiting } = createWaiting();

    for (const id of ['a', 'b', 'a', 'c']) waiting.add(api.event(id));
    api.comesBack();
    await eventually(() => expect(waiting.hasThread('C1 1.0')).toBe(false));

    expect(api.stored).toEqual(['a', 'b', 'c']);
  });

  test('lose the oldest where too many wait, and count it', async () => {
    const api = apiThatComesBack();
    const { waiting, dropped } = createWaiting(2);

    for (const id of ['a', 'b', 'c']) waiting.add(api.event(id));
    api.comesBack();
    await eventually(() => expect(waiting.hasThread('C1 1.0')).toBe(false));

    expect(api.stored).toEqual(['b', 'c']);
    expect(await dropped()).toBe(1);
  });

  test('lose one that the API refuses, not those behind it', async () => {
    const api = apiThatComesBack();
    const { waiting, dropped } = createWaiting();

    waiting.add(api.event('a', new Error('refused')));
    waiting.add(api.event('b'));
    api.comesBack();
    await eventually(() => expect(waiting.hasThread('C1 1.0')).toBe(false));

    expect(api.stored).toEqual(['b']);
    expect(await dropped()).toBe(1);
  });
});

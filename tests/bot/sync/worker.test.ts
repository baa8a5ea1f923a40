import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Client, TicketEvent } from '@campus-desk/contract';
import { createLogger, unlessAborted } from '@campus-desk/service-kit';
import { describe, expect, test } from 'vitest';
import { createSeenEvents } from '../../../bot/sync/seen-events.ts';
import { workOutbox } from '../../../bot/sync/worker.ts';
import { createVirtualClock } from './support/virtual-clock.ts';

const event = (id: number): TicketEvent => ({
  id,
  ticketNumber: id,
  type: 'ticket.filed',
  actor: { id: 'U01', name: 'Ada', role: 'user' },
  at: '2026-11-22T09:00:00.000Z',
  changes: {},
  messageId: null,
});

/** The garbage collector, which Node only offers on request. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

describe('working off the outbox', () => {
  test('keeps no answer that was worked off, however long the lease is held', async () => {
    const answers: WeakRef<object>[] = [];
    const lease = new AbortController();
    const rounds = 200;
    const client = {
      readOutbox: async () => {
        if (answers.length === rounds) lease.abort();
        await turn();
        const outbox = { events: [event(answers.length + 1)] };
        answers.push(new WeakRef(outbox));
        return outbox;
      },
    } satisfies Pick<Client, 'readOutbox'>;
    let stillThere = Number.NaN;

    const working = workOutbox({
      client,
      clock: createVirtualClock({ start: 0, onChange: () => undefined }),
      signal: lease.signal,
      logger: createLogger({ level: 'silent' }),
      seen: createSeenEvents(),
      show: async () => {
        if (answers.length < rounds) return;
        await turn();
        collectGarbage();
        stillThere = answers.filter(answer => answer.deref() !== undefined).length;
      },
      isBusy: () => false,
      onIdle: () => undefined,
    });
    await working;

    expect(stillThere).toBeLessThan(20);
  });

  test('asks again seldom while it cannot begin with more, and at once when it can', async () => {
    const clock = createVirtualClock({ start: 0, onChange: () => undefined });
    const lease = new AbortController();
    const pending = Array.from({ length: 60 }, (_, index) => event(index + 1));
    const begun: number[] = [];
    const done: (() => void)[] = [];
    let reads = 0;
    const working = workOutbox({
      client: {
        readOutbox: async () => {
          reads += 1;
          return { events: [...pending] };
        },
      },
      clock,
      signal: lease.signal,
      logger: createLogger({ level: 'silent' }),
      seen: createSeenEvents(),
      show: ({ number }) => {
        begun.push(number);
        return new Promise(resolve => done.push(resolve));
      },
      isBusy: () => false,
      onIdle: () => undefined,
    });

    await clock.advance(1500);
    const whileFull = { begun: begun.length, reads };
    pending.splice(0, 11, event(61), event(62));
    for (const end of done.splice(0, 11)) end();
    await clock.advance(0);
    const onceFree = { begun: begun.length, reads };
    lease.abort();
    for (const end of done) end();
    await working;

    expect(whileFull).toEqual({ begun: 50, reads: 1 });
    expect(onceFree).toEqual({ begun: 61, reads: 2 });
  });

  test('begins with few tickets at once while people wait for answers, and with all of them afterwards', async () => {
    const clock = createVirtualClock({ start: 0, onChange: () => undefined });
    const lease = new AbortController();
    const begun: { number: number; planned: () => void }[] = [];
    let isBusy = true;
    const working = workOutbox({
      client: {
        readOutbox: async () => {
          await turn();
          return { events: [1, 2, 3, 4, 5].map(event) };
        },
      },
      clock,
      signal: lease.signal,
      logger: createLogger({ level: 'silent' }),
      seen: createSeenEvents(),
      show: ({ number, planned }) => {
        begun.push({ number, planned });
        return unlessAborted({ work: new Promise<void>(() => {}), signal: lease.signal }).then(
          () => undefined,
        );
      },
      isBusy: () => isBusy,
      onIdle: () => undefined,
    });

    await clock.advance(0);
    const whileBusy = begun.length;
    isBusy = false;
    begun[0]?.planned();
    await clock.advance(0);
    const afterwards = begun.map(({ number }) => number);
    lease.abort();
    await working;

    expect({ whileBusy, afterwards }).toEqual({ whileBusy: 2, afterwards: [1, 2, 3, 4, 5] });
  });

  test('reads on behind the events that wait for Slack, each once', async () => {
    const lease = new AbortController();
    const pending = Array.from({ length: 1200 }, (_, index) => event(index + 1));
    const begun: number[] = [];
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const working = workOutbox({
      client: {
        readOutbox: async ({ limit = 0, except = [] }) => {
          await turn();
          const left = new Set(except);
          return { events: pending.filter(({ id }) => !left.has(id)).slice(0, limit) };
        },
      },
      clock: createVirtualClock({ start: 0, onChange: () => undefined }),
      signal: lease.signal,
      logger: createLogger({ level: 'silent' }),
      seen: createSeenEvents(),
      show: ({ number, planned }) => {
        begun.push(number);
        planned();
        if (begun.length < pending.length) return ended;
        lease.abort();
        end();
        return ended;
      },
      isBusy: () => false,
      onIdle: () => undefined,
    });

    await working;

    expect(begun).toEqual(pending.map(({ id }) => id));
  });
});

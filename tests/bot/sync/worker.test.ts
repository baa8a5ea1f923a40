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

  describe('with more than Slack takes in a while', () => {
    test('begins with what is next of a thread, in order, and at once with other tickets', async () => {
      const said = (id: number): TicketEvent => ({ ...event(id), ticketNumber: 1, type: 'message.posted' });
      const desk = await workOn([event(1)]);
      await desk.come(...range(2, 60).map(said), event(61));
      const atFirst = desk.begun();
      await desk.end(1);
      const afterOne = desk.begun();
      await desk.end(...range(2, 61));
      const inTheEnd = desk.begun();
      await desk.stop();

      expect(atFirst).toEqual([1, ...range(2, 20), 61]);
      expect(afterOne).toEqual([...atFirst, 21]);
      expect(inTheEnd).toEqual([...afterOne, ...range(22, 60)]);
    });

    test('a change of a ticket is not kept waiting by the messages before it, and stays behind them', async () => {
      const said = (id: number): TicketEvent => ({ ...event(id), ticketNumber: 1, type: 'message.posted' });
      const desk = await workOn([event(1)]);
      await desk.come(...range(2, 60).map(said));
      const atFirst = desk.begun();
      await desk.come({ ...event(61), ticketNumber: 1, type: 'ticket.started' }, ...range(62, 70).map(said));
      const afterChange = desk.begun();
      await desk.stop();

      expect(atFirst).toEqual(range(1, 20));
      expect(afterChange).toEqual(range(1, 70));
    });

    test('lets the next of a rush of filings in as one ends, and holds back nothing of earlier tickets', async () => {
      const change = (id: number, ticketNumber: number): TicketEvent => {
        return { ...event(id), ticketNumber, type: 'ticket.edited' };
      };
      const desk = await workOn(range(1, 3000).map(event));
      await desk.come(change(3001, 7), change(3002, 2999));
      const atFirst = desk.begun();
      await desk.end(5, 6);
      const afterTwo = desk.begun();
      await desk.end(...range(1, 1800).filter(id => id !== 5 && id !== 6));
      const inTheEnd = desk.begun();
      await desk.stop();

      expect(atFirst).toEqual([...range(1, 1200), 3001]);
      expect(afterTwo).toEqual([...atFirst, 1201, 1202]);
      // What came of a ticket before its filing began comes with it.
      expect(inTheEnd).toEqual([...afterTwo, ...range(1203, 2999), 3002, 3000]);
    });
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A worker on an outbox to which events come, and whose showing ends when a test says so. */
async function workOn(pending: TicketEvent[]) {
  const clock = createVirtualClock({ start: 0, onChange: () => undefined });
  const lease = new AbortController();
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  let came = () => {};
  const readOutbox: Client['readOutbox'] = async ({ limit = 0, except = [] }) => {
    const known = new Set(except);
    for (;;) {
      const events = pending.filter(({ id }) => !known.has(id)).slice(0, limit);
      if (events.length > 0 || lease.signal.aborted) return { events };
      await new Promise<void>(resolve => {
        came = resolve;
      });
    }
  };
  const working = workOutbox({
    client: { readOutbox },
    clock,
    signal: lease.signal,
    logger: createLogger({ level: 'silent' }),
    seen: createSeenEvents(),
    show: async ({ events, planned }) => {
      begun.push(...events.map(({ id }) => id));
      planned();
      await Promise.all(events.map(({ id }) => new Promise<void>(resolve => ends.set(id, resolve))));
    },
    isBusy: () => false,
    onIdle: () => undefined,
  });
  await clock.advance(1000);
  return {
    begun: () => [...begun],
    come: async (...events: TicketEvent[]) => {
      pending.push(...events);
      came();
      await clock.advance(1000);
    },
    /** What Slack shows leaves the outbox; of events that have not begun, once they have. */
    end: async (...ids: number[]) => {
      for (const id of ids) {
        while (!ends.has(id)) await clock.advance(0);
        pending.splice(
          pending.findIndex(one => one.id === id),
          1,
        );
        ends.get(id)?.();
      }
      await clock.advance(1000);
    },
    stop: async () => {
      lease.abort();
      came();
      for (const end of ends.values()) end();
      await working;
    },
  };
}

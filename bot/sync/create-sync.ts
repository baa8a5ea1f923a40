import type { Client } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { catchUpAll } from '../conversation/catch-up-all.ts';
import { catchUpTicket } from '../conversation/catch-up-ticket.ts';
import { createDisplayNames } from '../conversation/names.ts';
import { createOperator } from '../slack/operator.ts';
import { createPace } from '../slack/pace.ts';
import { createCallSlack } from '../slack/paced-client.ts';
import { deliverTicket } from './deliver.ts';
import { createOwnPosts } from './find-own-post.ts';
import { type Hold, keepLease } from './lease.ts';
import { createProgress } from './progress.ts';
import { createSeenEvents } from './seen-events.ts';
import { createShowEvents } from './show-events.ts';
import { workOutbox } from './worker.ts';

export type Sync = ReturnType<typeof createSync>;

/** A person waits for a catch-up on demand. */
const patienceMs = 20_000;

type CreateSyncInput = {
  client: Client;
  slack: WebClient;
  botUserId: string;
  helpdeskChannel: string;
  /** Random per process: who holds the lease. */
  holder: string;
  logger: Logger;
  clock: Clock;
};

/**
 * The only writer of cards and threads in Slack, driven by the outbox of the API (design.md §7). `slack` must not
 * retry by itself, must reject rate-limited calls, and must give up a call within 10 seconds.
 */
export function createSync(input: CreateSyncInput) {
  const { client, slack, botUserId, helpdeskChannel, holder, logger: parentLogger, clock } = input;
  const logger = parentLogger.child({ part: 'sync' });
  const stopping = new AbortController();
  const operator = createOperator({ logger });
  const { call, isLockedOut } = createCallSlack({ pace: createPace({ clock }), operator, clock, logger });
  const names = createDisplayNames({ slack, logger, now: clock.now });
  const progress = createProgress();
  let running: Promise<void> | undefined;
  let isCatchingUp = true;

  const work = async (hold: Hold) => {
    const ownPosts = createOwnPosts({ slack, call, botUserId, hold });
    const context = { client, slack, call, ownPosts, hold, helpdeskChannel };
    const seen = createSeenEvents();
    const show = createShowEvents({
      client,
      clock,
      hold,
      logger,
      operator,
      seen,
      deliver: batch => deliverTicket({ context, ...batch }),
    });
    await Promise.all([
      workOutbox({ client, clock, hold, logger, seen, show, onIdle: progress.report }),
      catchUpUntilDone(hold),
    ]);
  };

  const catchUpUntilDone = async (hold: Hold) => {
    isCatchingUp = true;
    for (let attempt = 1; isCatchingUp && !hold.signal.aborted; attempt += 1) {
      try {
        const { recovered } = await catchUpAll({ client, slack, call, hold, botUserId, names });
        if (recovered > 0) logger.info({ recovered }, 'caught up with Slack');
        isCatchingUp = false;
      } catch (error) {
        if (hold.signal.aborted) return;
        logger.warn({ err: error, attempt }, 'could not catch up with Slack yet');
        await clock.sleep(backOffMs(attempt), { signal: hold.signal }).catch(() => undefined);
      }
    }
    progress.report();
  };

  return {
    /** Begins to ask for the lease, and to work once it is had. */
    start(): void {
      running ??= keepLease({ client, holder, clock, logger, stop: stopping.signal, work });
    },

    /** Finishes the running steps and gives the lease back. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },

    /** False while Slack refuses our token; a standby is ready. */
    isReady: (): boolean => running !== undefined && !stopping.signal.aborted && !isLockedOut(),

    /** Stores what the threads of one ticket have and the API has not; throws when that takes too long. */
    catchUp: async (number: number): Promise<{ recovered: number }> => {
      const ticket = await client.getTicket({ number, role: 'helpdesk' });
      return catchUpTicket({ client, slack, call, hold: holdFor(patienceMs), botUserId, names, ticket });
    },

    /** The same for every ticket that is not closed: after Slack could not reach us for a while. */
    catchUpAll: (): Promise<{ recovered: number }> =>
      catchUpAll({
        client,
        slack,
        call,
        hold: { signal: stopping.signal, check: stopCheck },
        botUserId,
        names,
      }),

    /** Resolves when Slack shows everything there is. */
    async settle(): Promise<void> {
      for (;;) {
        const next = progress.next();
        const { events } = await client.readOutbox({ limit: 1 });
        if (events.length === 0 && !isCatchingUp) return;
        await next;
      }
    },
  };

  function stopCheck(): void {
    stopping.signal.throwIfAborted();
  }

  /** Reading needs no lease, only an end. */
  function holdFor(ms: number): Hold {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(ms)]);
    return { signal, check: () => signal.throwIfAborted() };
  }
}

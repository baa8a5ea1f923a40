import type { Client, RetryOutbox } from '@campus-desk/contract';
import { backOffMs, type Clock, type Logger } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import { catchUpAll } from './conversation/catch-up-all.ts';
import { catchUpTicket } from './conversation/catch-up-ticket.ts';
import { namePeople } from './conversation/name-people.ts';
import type { DisplayNames } from './conversation/names.ts';
import type { TextsFor } from './conversation/texts-for.ts';
import type { HelpdeskChannels } from './helpdesk-channels.ts';
import { createFileTransfer } from './slack/file-transfer.ts';
import { createOperator } from './slack/operator.ts';
import { createPace } from './slack/pace.ts';
import { createPacedClient, type Permit } from './slack/paced-client.ts';
import { createSync } from './sync/create-sync.ts';
import { keepLease, type Lease } from './sync/lease.ts';

export type BackgroundWork = ReturnType<typeof createBackgroundWork>;

/** How often the bot looks for what no delivery brought. */
const routineEveryMs = 15 * 60_000;
/** A routine catch-up reads 20 threads a minute, so that Slack's rate is left to what people wait for. */
const routineReadMs = 3000;
/** How long a person waits for a catch-up they asked for. */
const patienceMs = 20_000;

type CreateBackgroundWorkInput = {
  client: Client;
  slack: WebClient;
  names: DisplayNames;
  textsFor: TextsFor;
  botUserId: string;
  /** The workspace of our people, where that is one. */
  homeTeamId?: string | undefined;
  channels: HelpdeskChannels;
  /** Random per process: who holds the lease. */
  holder: string;
  logger: Logger;
  clock: Clock;
  /** Whether people wait for answers, and so come first; never, by default. */
  isBusy?: () => boolean;
  /** How files are fetched and sent. */
  fetch?: typeof globalThis.fetch;
};

/**
 * What a bot does without being asked, as long as it holds the lease: it shows the outbox in Slack, and catches up
 * with what people wrote while nobody listened. `slack` must not retry by itself, must reject rate-limited calls, and
 * must give up a call within 10 seconds.
 */
export function createBackgroundWork(input: CreateBackgroundWorkInput) {
  const { client, slack, names, textsFor, botUserId, homeTeamId, channels, holder, clock, fetch } = input;
  const { isBusy = () => false } = input;
  const logger = input.logger.child({ part: 'sync' });
  const stopping = new AbortController();
  const operator = createOperator({ logger, onWorksAgain: where => retry({ where }) });
  const paced = createPacedClient({ slack, pace: createPace({ clock }), operator, clock, logger });
  const { token: botToken, slackApiUrl } = slack;
  const transfer = createFileTransfer({ botToken, slackApiUrl, clock, ...(fetch && { fetch }) });
  const sync = createSync({
    client,
    textsFor,
    botUserId,
    channels,
    operator,
    transfer,
    clock,
    logger,
    isBusy,
  });
  let running: Promise<void> | undefined;
  let isCatchingUp = true;
  let isHolding = false;
  let due = new AbortController();

  return {
    /** Begins to ask for the lease, and to work once this process holds it. */
    start(): void {
      running ??= keepLease({ client, holder, clock, logger, stop: stopping.signal, work });
    },

    /** Finishes the running steps and gives the lease back. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },

    /** False while Slack refuses our token; a standby is ready. */
    isReady: (): boolean => running !== undefined && !stopping.signal.aborted && !paced.isLockedOut(),

    /**
     * Stores what the threads of one ticket have and the API has not, and shows again what Slack refused of it; throws
     * when that takes too long.
     */
    catchUp: async (number: number): Promise<{ recovered: number }> => {
      const ticket = await client.getTicket({ number, role: 'helpdesk' });
      await client.retryOutbox({ ticketNumber: number });
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]);
      return catchUpTicket({ context: contextFor(permitFrom(signal)), ticket });
    },

    /** Whether this bot holds the lease. */
    isHolding: (): boolean => isHolding,

    /** Catches up with every ticket soon, if this bot holds the lease: something may have been missed. */
    catchUpSoon: (): void => due.abort(),

    /** Resolves when Slack shows everything there is. */
    async settled(): Promise<void> {
      for (;;) {
        const next = sync.nextProgress();
        const { events } = await client.readOutbox({ limit: 1 });
        if (events.length === 0 && !isCatchingUp) return;
        await next;
      }
    },
  };

  async function work(lease: Lease): Promise<void> {
    isHolding = true;
    try {
      // Who restarts a bot may have put right what Slack refused.
      await retry({});
      await Promise.all([sync.showOutbox({ slack: paced.under(lease), lease }), keepCatchingUp(lease)]);
    } finally {
      isHolding = false;
    }
  }

  /** Catches up at once, then as a routine: what no delivery brought is found within a quarter of an hour. */
  async function keepCatchingUp(lease: Permit): Promise<void> {
    isCatchingUp = true;
    const takeTime = () => clock.sleep(routineReadMs, { signal: lease.signal, ref: false });
    for (let attempt = 0; !lease.signal.aborted; ) {
      try {
        const context = contextFor(lease);
        const how = isCatchingUp ? { withYoung: true } : { beforeRead: takeTime };
        const { recovered } = await catchUpAll({ context, ...how });
        if (recovered > 0) logger.info({ recovered }, 'caught up with Slack');
        await namePeople({ context, signal: lease.signal });
        attempt = 0;
        isCatchingUp = false;
        sync.progressMade();
        await untilDue(lease.signal);
      } catch (error) {
        if (lease.signal.aborted) return;
        attempt += 1;
        logger.warn({ err: error, attempt }, 'could not catch up with Slack yet');
        sync.progressMade();
        await clock.sleep(backOffMs(attempt), { signal: lease.signal }).catch(() => undefined);
      }
    }
  }

  async function untilDue(signal: AbortSignal): Promise<void> {
    due = new AbortController();
    const either = AbortSignal.any([signal, due.signal]);
    await clock.sleep(routineEveryMs, { signal: either, ref: false }).catch(() => undefined);
  }

  /** Shows again what Slack refused; if the API cannot be reached, the next occasion does. */
  async function retry(which: RetryOutbox): Promise<void> {
    await client
      .retryOutbox(which)
      .catch(err => logger.warn({ err, ...which }, 'what Slack refused could not be tried again yet'));
  }

  function contextFor(permit: Permit) {
    return { client, slack: paced.under(permit), botUserId, homeTeamId, names, logger };
  }
}

/** What only reads needs no lease, but an end. */
function permitFrom(signal: AbortSignal): Permit {
  const check = () => signal.throwIfAborted();
  return { signal, check, confirm: async () => check() };
}

import { setMaxListeners } from 'node:events';
import type { Client } from '@campus-desk/contract';
import type { Clock, Logger } from '@campus-desk/service-kit';
import type { Permit } from '../slack/paced-client.ts';

const leaseName = 'sync';
const ttlSeconds = 30;
const renewAfterMs = 10_000;
/** No step begins with less than this left: a call still running at the end of the lease would be seen too late. */
const reserveMs = 12_000;
const retryAfterMs = 1000;
const askAgainMs = { least: 100, most: 2000 };

type KeepLeaseInput = {
  client: Client;
  holder: string;
  clock: Clock;
  logger: Logger;
  stop: AbortSignal;
  work: (lease: Permit) => Promise<void>;
};

/**
 * Takes the lease, runs `work` for as long as it is held, and asks again when it is lost. Resolves after `stop` aborts,
 * when the work has ended and the lease is given back.
 */
export async function keepLease(input: KeepLeaseInput): Promise<void> {
  const { client, holder, clock, logger, stop, work } = input;
  const ask = async () => {
    const askedAt = clock.now();
    const lease = await client.takeLease({ name: leaseName, holder, ttlSeconds });
    const isHeld = lease.holder === holder;
    return {
      heldUntil: isHeld ? askedAt + ttlSeconds * 1000 - reserveMs : 0,
      freeInMs: Date.parse(lease.expiresAt ?? '') - askedAt,
    };
  };
  const pause = (ms: number) => clock.sleep(ms, { signal: stop, ref: false }).catch(() => undefined);

  while (!stop.aborted) {
    const answer = await ask().catch(() => undefined);
    if (answer === undefined) await pause(retryAfterMs);
    else if (answer.heldUntil === 0) await pause(untilFree(answer.freeInMs));
    else {
      await workWhileHeld({ heldUntil: answer.heldUntil, ask, clock, logger, stop, work });
      await pause(retryAfterMs);
    }
  }
  await client.takeLease({ name: leaseName, holder, ttlSeconds: 0 }).catch(() => undefined);
}

/** Asking often is cheap, and a lease given back early is noticed soon. */
function untilFree(freeInMs: number): number {
  return Math.min(Math.max(freeInMs || 0, askAgainMs.least), askAgainMs.most);
}

type WorkWhileHeldInput = {
  heldUntil: number;
  ask: () => Promise<{ heldUntil: number }>;
  clock: Clock;
  logger: Logger;
  stop: AbortSignal;
  work: (lease: Permit) => Promise<void>;
};

async function workWhileHeld({
  heldUntil: firstUntil,
  ask,
  clock,
  logger,
  stop,
  work,
}: WorkWhileHeldInput): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([stop, lost.signal]);
  // Every ticket being shown listens.
  setMaxListeners(0, signal);
  let heldUntil = firstUntil;
  logger.info('this bot holds the lease and shows the outbox in Slack');
  const working = work({
    signal,
    check() {
      if (clock.now() >= heldUntil) lost.abort();
      signal.throwIfAborted();
    },
  });

  const renewing = (async () => {
    for (;;) {
      await clock.sleep(renewAfterMs, { signal, ref: false });
      ({ heldUntil } = await ask());
      if (heldUntil === 0) throw new Error('another process holds the lease');
    }
  })();
  await Promise.race([renewing, working]).catch(error => {
    if (!stop.aborted)
      logger.warn({ err: error }, 'the lease could not be kept; this bot shows nothing for now');
  });
  lost.abort();
  await Promise.allSettled([renewing, working]);
}

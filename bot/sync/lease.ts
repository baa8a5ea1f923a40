import { setMaxListeners } from 'node:events';
import type { Client, LeaseConnection } from '@campus-desk/contract';
import type { Clock, Logger } from '@campus-desk/service-kit';
import type { Permit } from '../slack/paced-client.ts';
import { createLeaseCalls, type Given, type LeaseCalls } from './lease-calls.ts';

/** Leave to be the only writer in Slack: `fence` goes with every acknowledgement, `end` gives the lease up. */
export type Lease = Permit & { fence: number | undefined; end: () => void };

const renewAfterMs = 5_000;
const retryAfterMs = 1000;
/** How often a standby asks: so soon it notices that the lease is free. */
const askAgainMs = 500;
/** How often a lease that lasts by time alone is tried to be tied to a connection again. */
const connectAgainMs = 60_000;

type KeepLeaseInput = {
  client: Client;
  holder: string;
  clock: Clock;
  logger: Logger;
  stop: AbortSignal;
  work: (lease: Lease) => Promise<void>;
};

/**
 * Takes the lease, runs `work` for as long as it is held, and asks again when it is lost. Resolves after `stop` aborts,
 * when the work has ended and the lease is given back.
 */
export async function keepLease(input: KeepLeaseInput): Promise<void> {
  const { clock, stop } = input;
  const calls = createLeaseCalls(input);
  while (!stop.aborted) {
    const given = await calls.take().catch(() => undefined);
    if (given !== undefined) await workWhileHeld({ ...input, calls, given });
    await clock.sleep(askAgainMs, { signal: stop, ref: false }).catch(() => undefined);
  }
  await calls.giveBack();
}

type WorkWhileHeldInput = KeepLeaseInput & { calls: LeaseCalls; given: Given };

async function workWhileHeld({ calls, given, clock, logger, stop, work }: WorkWhileHeldInput): Promise<void> {
  const { fence } = given;
  const lost = new AbortController();
  const end = () => lost.abort();
  const signal = AbortSignal.any([stop, lost.signal]);
  // Every ticket being shown listens.
  setMaxListeners(0, signal);
  let { heldUntil } = given;
  let connection: LeaseConnection | undefined;
  let connectAt = clock.monotonic();

  const check = () => {
    if (clock.monotonic() >= heldUntil || connection?.isAlive() === false) end();
    signal.throwIfAborted();
  };
  /** News that the lease has ended may be late; the database knows. */
  const confirm = async () => {
    if (fence !== undefined && !(await calls.isHeld({ fence }))) end();
    check();
  };
  const renew = async () => {
    const renewed = await calls.take(connection === undefined ? {} : { fence });
    if (renewed === undefined || renewed.fence !== fence) return end();
    heldUntil = renewed.heldUntil;
  };
  const connect = async () => {
    if (connection !== undefined || clock.monotonic() < connectAt) return;
    connectAt = clock.monotonic() + connectAgainMs;
    connection = await calls.connect({ fence });
    // An attempt that failed may have tied the lease to a connection that is closed by now.
    if (connection === undefined) await renew();
    connection?.ended.then(end);
  };
  /** A renewal that fails is tried again for as long as the lease lasts. */
  const keep = async () => {
    for (let waitMs = renewAfterMs; !signal.aborted; ) {
      await clock.sleep(waitMs, { signal, ref: false }).catch(() => undefined);
      if (clock.monotonic() >= heldUntil) end();
      if (signal.aborted) return;
      waitMs = await renew()
        .then(connect)
        .then(
          () => renewAfterMs,
          () => retryAfterMs,
        );
    }
  };

  await connect().catch(end);
  if (signal.aborted) return;
  logger.info({ fence }, 'this bot holds the lease and shows the outbox in Slack');
  const keeping = keep();
  await work({ signal, check, confirm, fence, end }).catch(err =>
    logger.warn({ err }, 'showing the outbox ended'),
  );
  end();
  await keeping;
  connection?.close();
  if (!stop.aborted) logger.warn({ fence }, 'the lease is lost; this bot shows nothing for now');
}

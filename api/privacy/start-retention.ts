import type { Logger, Part } from '@campus-desk/service-kit';
import type { Database } from '../../db/index.ts';
import { repeat } from '../repeat.ts';
import { purgeTickets } from './purge-tickets.ts';

const dayMs = 24 * 60 * 60 * 1000;

type StartRetentionInput = { db: Database; logger: Logger; days: number | undefined };

/** Purges what was closed more than so many days ago, now and every day; nothing without a number of days. */
export function startRetention({ db, logger, days }: StartRetentionInput): Part | undefined {
  if (days === undefined) return undefined;
  const context = { db, clock: () => new Date() };
  const order = { by: 'RETENTION_DAYS', closedDaysAgo: days, dryRun: false };
  const work = async () => {
    let isMore = true;
    while (isMore) ({ isMore } = await purgeTickets({ context, order }));
  };
  const onError = (err: unknown) => logger.warn({ err }, 'old tickets were not purged; tomorrow again');
  const first = work().catch(onError);
  const daily = repeat({ everyMs: dayMs, work, onError });
  return {
    stop: async () => {
      await first;
      await daily.stop();
    },
  };
}

import type { WebhookState } from '@campus-desk/contract';
import { asc, gt } from 'drizzle-orm';
import { type Database, events, webhooks } from '../../db/index.ts';
import { isReceiver } from './progress.ts';
import type { Receiver } from './send-event.ts';

type ReadWebhookInput = { db: Database; receiver: Receiver | undefined };

/** How the receiver of webhooks keeps up; the address itself, which may have a secret in it, is not said. */
export async function readWebhook({ db, receiver }: ReadWebhookInput): Promise<WebhookState> {
  const [row] = await db.select().from(webhooks).where(isReceiver);
  const host = receiver === undefined ? null : new URL(receiver.url).host;
  if (row === undefined)
    return { receiver: host, position: 0, waitingSince: null, failure: null, failingSince: null };
  const { position, failure, failingSince } = row;
  const [oldest] = await db
    .select({ at: events.at })
    .from(events)
    .where(gt(events.id, position))
    .orderBy(asc(events.id))
    .limit(1);
  return {
    receiver: host,
    position,
    waitingSince: oldest?.at.toISOString() ?? null,
    failure,
    failingSince: failingSince?.toISOString() ?? null,
  };
}

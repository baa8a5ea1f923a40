import type { TicketEvent, Wave } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import { SlackRefusal } from '../slack/errors.ts';
import { type Marker, wavePart } from '../slack/marker.ts';
import type { Posted } from '../slack/paced-client.ts';
import { helpdeskChannelOf } from './card-target.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postOnce } from './post-once.ts';

type TellWaveInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  wave: Pick<Wave, 'id' | 'postingTo'>;
  draw: () => Promise<Post>;
};

/** Posts the message of a wave once, where its first ticket belongs, and remembers where it stands. */
export async function tellWave({ context, delivery, event, wave, draw }: TellWaveInput): Promise<Posted> {
  const { client } = context;
  const { id, postingTo } = wave;
  const { ticket, mayBeShown } = delivery;
  const marker: Marker = { event: event.id, ticket: ticket.number, part: wavePart };
  const sinceMs = Date.parse(event.at);
  const channel = helpdeskChannelOf({ context, ticket });
  const before =
    postingTo === null || postingTo === channel
      ? undefined
      : await findIn({ context, channel: postingTo, marker, sinceMs });
  const post = async () => {
    await client.beginTellingWave({ id, channel });
    const target = { channel, threadTs: undefined };
    return postOnce({ context, target, draw, marker, sinceMs, mayBeShown: mayBeShown(event.id) });
  };
  const posted = before ?? (await post());
  await client.tellWave({ id, channel: posted.channel, ts: posted.ts });
  return posted;
}

type FindInInput = { context: SyncContext; channel: string; marker: Marker; sinceMs: number };

/** The message in the channel where it belonged before, posted by a bot that died of it; one that comes there later goes. */
async function findIn({ context, channel, marker, sinceMs }: FindInInput): Promise<Posted | undefined> {
  const target = { channel, threadTs: undefined };
  const found = await context.ownPosts.find({ target, marker, sinceMs, fresh: true }).catch(error => {
    if (error instanceof SlackRefusal) return undefined;
    throw error;
  });
  if (found !== undefined) return { ...found, isNew: false };
  context.secondPosts.watch({ target, marker, ts: undefined, sinceMs });
  return undefined;
}

import { isDeepStrictEqual } from 'node:util';
import type { TicketEvent, WaveRef } from '@campus-desk/contract';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
import { type Marker, wavePart } from '../slack/marker.ts';
import type { Posted } from '../slack/paced-client.ts';
import { waveMessage } from '../ui/wave-message.ts';
import { helpdeskChannelOf } from './card-target.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postOnce } from './post-once.ts';

type ShowWaveInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  wave: WaveRef;
  /** Called when the message is there and its redraw has to wait. */
  onWait: () => void;
};

/**
 * Tells helpdesk of a wave where its first ticket belongs, once; from then on the message shows the wave as it is. One
 * that somebody deleted stays deleted, and one that Slack does not let change any more stays as it is.
 */
export async function showWave({ context, delivery, event, wave, onWait }: ShowWaveInput): Promise<void> {
  const { client } = context;
  const { id } = wave;
  const draw = async () =>
    waveMessage({ texts: await context.textsFor.channels(), wave: await client.getWave({ id }) });
  // It may have been told of since the ticket was looked up.
  const { message, postingTo } =
    wave.message === null ? await client.getWave({ id }) : { message: wave.message, postingTo: null };
  if (message !== null) {
    await context.redraw({ card: message, draw, canWait: true, onWait }).catch(error => {
      if (!(error instanceof SlackRefusal && (error.isGone || isFrozen(error.reason)))) throw error;
    });
    return;
  }
  // Until it is told of, there is nothing to redraw.
  if (event.type !== 'wave.found') return;
  const { ticket, mayBeShown } = delivery;
  const marker: Marker = { event: event.id, ticket: ticket.number, part: wavePart };
  const sinceMs = Date.parse(event.at);
  const channel = helpdeskChannelOf({ context, ticket });
  const elsewhere = postingTo === channel ? null : postingTo;
  let shown: unknown;
  const post = async () => {
    await client.beginTellingWave({ id, channel });
    const drawShown = async () => {
      const drawn = await draw();
      shown = drawn;
      return drawn;
    };
    const target = { channel, threadTs: undefined };
    return postOnce({
      context,
      target,
      draw: drawShown,
      marker,
      sinceMs,
      mayBeShown: mayBeShown(event.id),
    });
  };
  const before =
    elsewhere === null ? undefined : await findIn({ context, channel: elsewhere, marker, sinceMs });
  const { isNew, ...posted } = before ?? (await post());
  await client.tellWave({ id, ...posted });
  // Until then no other event could redraw it.
  if (!isNew || !isDeepStrictEqual(await draw(), shown))
    await context.redraw({ card: posted, draw, canWait: true, onWait });
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

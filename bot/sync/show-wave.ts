import { isDeepStrictEqual } from 'node:util';
import type { TicketEvent, WaveRef } from '@campus-desk/contract';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
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
  const { message } = await client.getWave({ id });
  if (message !== null) {
    await context.redraw({ card: message, draw, onWait }).catch(error => {
      if (!(error instanceof SlackRefusal && (error.isGone || isFrozen(error.reason)))) throw error;
    });
    return;
  }
  // Until it is told of, there is nothing to redraw.
  if (event.type !== 'wave.found') return;
  const { ticket, mayBeShown } = delivery;
  let shown: unknown;
  const { isNew, ...posted } = await postOnce({
    context,
    target: { channel: helpdeskChannelOf({ context, ticket }), threadTs: undefined },
    draw: async () => {
      const drawn = await draw();
      shown = drawn;
      return drawn;
    },
    marker: { event: event.id, ticket: ticket.number, part: 'wave' },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
  await client.tellWave({ id, ...posted });
  // Until then no other event could redraw it.
  if (!isNew || !isDeepStrictEqual(await draw(), shown)) await context.redraw({ card: posted, draw, onWait });
}

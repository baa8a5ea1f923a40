import { isDeepStrictEqual } from 'node:util';
import type { TicketEvent, WaveRef } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
import { waveMessage } from '../ui/wave-message.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { tellWave } from './tell-wave.ts';

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
  let shown: Post | undefined;
  const drawFirst = async () => {
    const drawn = await draw();
    shown = drawn;
    return drawn;
  };
  const told = await tellWave({ context, delivery, event, wave: { id, postingTo }, draw: drawFirst });
  const { isNew, ...card } = told;
  // Until then no other event could redraw it.
  if (!isNew || !isDeepStrictEqual(await draw(), shown))
    await context.redraw({ card, draw, canWait: true, onWait });
}

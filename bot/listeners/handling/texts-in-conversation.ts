import { isDirect } from '../../conversation/is-direct.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { ActContext } from './context.ts';

type TextsAtInput = { context: ActContext; channel: string | undefined };

/** The texts of a place: of whoever acts in their direct messages, of everybody in a channel. */
export async function textsAt({ context, channel }: TextsAtInput): Promise<Texts> {
  return channel === undefined || isDirect(channel) ? context.texts : context.textsFor.channels();
}

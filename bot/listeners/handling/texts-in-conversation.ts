import { isDirect } from '../../conversation/is-direct.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { ActContext } from './context.ts';

type TextsInConversationInput = { context: ActContext; channel: string | undefined };

/** The texts of a conversation: of whoever acts in their direct messages, of everybody in a channel. */
export async function textsInConversation({ context, channel }: TextsInConversationInput): Promise<Texts> {
  return channel === undefined || isDirect(channel) ? context.texts : context.textsFor.channels();
}

import type { Conversation } from '../../protocol.ts';

/** Whether everybody may read a conversation: a public channel. */
export function isOpen(conversation: Conversation | undefined): boolean {
  return conversation?.kind === 'channel' && !conversation.isPrivate;
}

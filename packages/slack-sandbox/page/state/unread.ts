import type { Conversation, SandboxMessage } from '../../protocol.ts';
import { messagesOf, snapshot } from './session.ts';

/** How many messages of others came after what I last read, thread replies included. */
export function unreadCount(conversation: Conversation): number {
  const current = snapshot.value;
  if (!current) return 0;
  const read = current.lastRead[conversation.id] ?? '0';
  return messagesOf(conversation.id).filter(message => isNews(message, read, current.me.id)).length;
}

/** The newest `ts` of a conversation that can be read. */
export function newestTs(channel: string): string {
  return messagesOf(channel).findLast(message => !message.ephemeral_for)?.ts ?? '';
}

function isNews(message: SandboxMessage, read: string, myId: string): boolean {
  return message.ts > read && message.user !== myId && !message.ephemeral_for;
}

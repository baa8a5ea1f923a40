import type { SandboxMessage } from '../../protocol.ts';

/** Whether a message stands under another one. */
export function isReply(message: SandboxMessage): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** The root and replies of a thread, oldest first. */
export function threadOf(messages: SandboxMessage[], rootTs: string): SandboxMessage[] {
  return messages.filter(message => message.ts === rootTs || message.thread_ts === rootTs);
}

import type { SandboxMessage, SlackJson } from '../../protocol.ts';

/** A message as the workspace keeps it: what the page shows and what is internal to the server. */
export type StoredMessage = SandboxMessage & {
  app_id?: string;
  bot_profile?: SlackJson;
  client_msg_id?: string;
  parent_user_id?: string;
  metadata?: MessageMetadata;
  hidden?: boolean;
  upload?: boolean;
};

export type MessageMetadata = { event_type: string; event_payload: SlackJson };

/** Whether the message stands in a thread below another one. */
export function isReply(message: StoredMessage): boolean {
  return message.thread_ts !== undefined && message.thread_ts !== message.ts;
}

/** Whether the channel itself shows the message, not only a thread. */
export function isInChannel(message: StoredMessage): boolean {
  return !isReply(message) || message.subtype === 'thread_broadcast';
}

import type { SlackJson } from '../../protocol.ts';
import { isReply, type StoredMessage } from '../state/stored-message.ts';
import type { Workspace } from '../state/workspace.ts';

/** A message as the Web API and events write it; metadata in full only on demand. */
export function slackMessage(input: {
  message: StoredMessage;
  teamId: string;
  workspace?: Workspace;
  metadata: 'full' | 'type only';
}): SlackJson {
  const { channel, ephemeral_for: _for, notified: _notified, metadata, reply_users, ...rest } = input.message;
  return {
    type: 'message',
    ...rest,
    team: input.teamId,
    ...(reply_users && {
      reply_users,
      reply_users_count: reply_users.length,
      is_locked: false,
      subscribed: false,
    }),
    ...(metadata && { metadata: input.metadata === 'full' ? metadata : { event_type: metadata.event_type } }),
    ...rootOf(input, channel),
  };
}

/** A reply that was also sent to the channel carries its root. */
function rootOf(
  { message, teamId, workspace }: Parameters<typeof slackMessage>[0],
  channel: string,
): SlackJson {
  if (message.subtype !== 'thread_broadcast' || !isReply(message) || workspace === undefined) return {};
  const root = workspace.messagesIn(channel).get(message.thread_ts ?? '');
  return root === undefined ? {} : { root: slackMessage({ message: root, teamId, metadata: 'type only' }) };
}

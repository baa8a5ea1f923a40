import type { ConversationsHistoryResponse } from '@slack/web-api';
import { describeFile } from '../files/describe-file.ts';
import { isReply, type StoredMessage } from '../state/stored-message.ts';
import type { Workspace } from '../state/workspace.ts';
import { asSent } from '../web-api/answer.ts';

type SlackMessage = NonNullable<ConversationsHistoryResponse['messages']>[number];

type SlackMessageInput = {
  message: StoredMessage;
  teamId: string;
  workspace?: Workspace;
  metadata: 'full' | 'type only';
};

/** A message as the Web API and events write it; metadata in full only on demand. */
export function slackMessage(input: SlackMessageInput) {
  const { channel, ephemeral_for: _for, notified: _notified, metadata, reply_users, ...rest } = input.message;
  const { blocks, attachments, files, ...said } = rest;
  const type = metadata && { event_type: metadata.event_type };
  return {
    type: 'message',
    ...said,
    ...(blocks && { blocks: asSent(blocks) }),
    ...(attachments && { attachments: asSent(attachments) }),
    // Slack's types take the size of a picture for a text.
    ...(files && { files: asSent(files.map(file => describeFile({ file, teamId: input.teamId }))) }),
    team: input.teamId,
    ...(reply_users && {
      reply_users,
      reply_users_count: reply_users.length,
      is_locked: false,
      subscribed: false,
    }),
    ...(metadata && { metadata: asSent(input.metadata === 'full' ? metadata : type) }),
    ...rootOf(input, channel),
  } satisfies SlackMessage;
}

/** A reply that was also sent to the channel carries its root. */
function rootOf(
  { message, teamId, workspace }: SlackMessageInput,
  channel: string,
): Pick<SlackMessage, 'root'> {
  if (message.subtype !== 'thread_broadcast' || !isReply(message) || workspace === undefined) return {};
  const root = workspace.messagesIn(channel).get(message.thread_ts ?? '');
  if (root === undefined) return {};
  return { root: asSent(slackMessage({ message: root, teamId, metadata: 'type only' })) };
}

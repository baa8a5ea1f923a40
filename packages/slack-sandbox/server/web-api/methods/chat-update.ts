import type { ChatUpdateResponse } from '@slack/web-api';
import { z } from 'zod';
import { changeMessage } from '../../messages/change-message.ts';
import { slackMessage } from '../../messages/slack-message.ts';
import type { Slack } from '../../slack.ts';
import type { StoredMessage } from '../../state/stored-message.ts';
import type { Answer } from '../answer.ts';
import { nested } from '../argument-types.ts';
import { findConversation } from '../conversations.ts';
import { contentArguments, readContent } from '../message-content.ts';
import { readMetadata } from '../message-metadata.ts';
import { defineMethod } from '../method.ts';
import { updatesPerMinute } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

const maxText = 4000;

/** Without `blocks` the blocks go; without `metadata` the metadata stays. */
export const chatUpdate = defineMethod({
  name: 'chat.update',
  scopes: ['chat:write'],
  limit: updatesPerMinute,
  args: z.object({
    channel: z.string(),
    ts: z.string(),
    ...contentArguments,
    metadata: nested.optional(),
  }),
  run({ args, slack }) {
    const message = ownMessage({ slack, ...args, refusal: 'cant_update_message' });
    if ((args.text ?? '').length > maxText) throw new SlackFailure('msg_too_long');
    const content = readContent({ slack, args });
    const metadata = args.metadata === undefined ? message.metadata : readMetadata(args.metadata);
    const markedBy = content.blocks === undefined ? slack.installation.botUserId : undefined;
    const changed = changeMessage({ slack, message, edit: { ...content, metadata, markedBy } });
    const teamId = slack.installation.team.id;
    return {
      channel: changed.channel,
      ts: changed.ts,
      text: changed.text,
      message: slackMessage({ message: changed, teamId, workspace: slack.workspace, metadata: 'full' }),
    } satisfies Answer<ChatUpdateResponse>;
  },
});

type OwnMessageInput = {
  slack: Slack;
  channel: string;
  ts: string;
  refusal: 'cant_update_message' | 'cant_delete_message';
};

/** A message the app itself posted; others it may neither change nor delete. */
export function ownMessage(input: OwnMessageInput): StoredMessage {
  const { slack, channel, ts, refusal } = input;
  const conversation = findConversation({ slack, channel });
  if (conversation.id !== channel) throw new SlackFailure('channel_not_found');
  const message = slack.workspace.messagesIn(channel).get(ts);
  if (message === undefined || message.subtype === 'tombstone') throw new SlackFailure('message_not_found');
  if (message.user !== slack.installation.botUserId) throw new SlackFailure(refusal);
  return message;
}

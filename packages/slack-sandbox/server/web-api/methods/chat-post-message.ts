import type { ChatPostMessageResponse } from '@slack/web-api';
import { z } from 'zod';
import type { Conversation } from '../../../protocol.ts';
import { postMessage } from '../../messages/post-message.ts';
import { slackMessage } from '../../messages/slack-message.ts';
import type { Slack } from '../../slack.ts';
import { isReply } from '../../state/stored-message.ts';
import type { Answer } from '../answer.ts';
import { flag, nested } from '../argument-types.ts';
import { findConversation, isMember, openDirectMessage } from '../conversations.ts';
import { contentArguments, readContent } from '../message-content.ts';
import { readMetadata } from '../message-metadata.ts';
import { defineMethod } from '../method.ts';
import { postsPerChannel } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const chatPostMessage = defineMethod({
  name: 'chat.postMessage',
  scopes: ['chat:write'],
  limit: postsPerChannel,
  args: z.object({
    channel: z.string(),
    ...contentArguments,
    thread_ts: z.string().optional(),
    reply_broadcast: flag.optional(),
    metadata: nested.optional(),
  }),
  run({ args, slack }) {
    const conversation = postable({ slack, channel: args.channel });
    const content = readContent({ slack, args });
    const threadTs = threadRoot({ slack, channel: conversation.id, threadTs: args.thread_ts });
    const message = postMessage({
      slack,
      message: {
        channel: conversation.id,
        userId: slack.installation.botUserId,
        ...content,
        threadTs,
        isBroadcast: threadTs !== undefined && args.reply_broadcast === true,
        metadata: readMetadata(args.metadata),
      },
    });
    const teamId = slack.installation.team.id;
    return {
      channel: conversation.id,
      ts: message.ts,
      message: slackMessage({ message, teamId, workspace: slack.workspace, metadata: 'full' }),
    } satisfies Answer<ChatPostMessageResponse>;
  },
});

/** Where the app may post: a member's conversations, its DMs, and with `chat:write.public` any public channel. */
export function postable({ slack, channel }: { slack: Slack; channel: string }): Conversation {
  const person = slack.workspace.people.get(channel);
  const conversation =
    person === undefined || person.isBot
      ? findConversation({ slack, channel })
      : openDirectMessage({ slack, userId: person.id });
  const mayPostAnyway = slack.manifest.scopes.includes('chat:write.public') && !conversation.isPrivate;
  if (!isMember({ slack, conversation }) && !mayPostAnyway) throw new SlackFailure('not_in_channel');
  if (conversation.kind === 'im' && !slack.manifest.hasMessagesTab)
    throw new SlackFailure('messages_tab_disabled');
  return conversation;
}

/** The root of a thread to post in; undefined where it is gone, for Slack posts to the channel then. */
export function threadRoot(input: { slack: Slack; channel: string; threadTs?: string }): string | undefined {
  const { slack, channel, threadTs } = input;
  if (threadTs === undefined || threadTs === '') return undefined;
  const root = slack.workspace.messagesIn(channel).get(threadTs);
  if (root === undefined && slack.trouble.get().strictThreads) throw new SlackFailure('thread_not_found');
  if (root === undefined) return undefined;
  if (isReply(root)) throw new SlackFailure('cannot_reply_to_message');
  return root.ts;
}

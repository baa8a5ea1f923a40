import type { ChatPostEphemeralResponse } from '@slack/web-api';
import { z } from 'zod';
import { signature } from '../../messages/post-message.ts';
import type { Answer } from '../answer.ts';
import { contentArguments, readContent } from '../message-content.ts';
import { defineMethod } from '../method.ts';
import { tier4 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';
import { postable, threadRoot } from './chat-post-message.ts';

const maxBytes = 4000;

export const chatPostEphemeral = defineMethod({
  name: 'chat.postEphemeral',
  scopes: ['chat:write'],
  limit: tier4,
  args: z.object({
    channel: z.string(),
    user: z.string(),
    ...contentArguments,
    thread_ts: z.string().optional(),
  }),
  run({ args, slack }) {
    const conversation = postable({ slack, channel: args.channel });
    if (!conversation.memberIds.includes(args.user)) throw new SlackFailure('user_not_in_channel');
    const content = readContent({ slack, args });
    if (Buffer.byteLength(content.text) > maxBytes) throw new SlackFailure('msg_too_long');
    const threadTs = threadRoot({ slack, channel: conversation.id, threadTs: args.thread_ts });
    const message = slack.ephemerals.show({
      ...signature({ slack, userId: slack.installation.botUserId }),
      channel: conversation.id,
      ts: slack.workspace.nextTs(),
      ...(threadTs && { thread_ts: threadTs }),
      ...content,
      ephemeral_for: args.user,
    });
    return { message_ts: message.ts } satisfies Answer<ChatPostEphemeralResponse>;
  },
});

import type { ChatGetPermalinkResponse } from '@slack/web-api';
import { z } from 'zod';
import { isReply } from '../../state/stored-message.ts';
import type { Answer } from '../answer.ts';
import { findConversation } from '../conversations.ts';
import { defineMethod } from '../method.ts';
import { SlackFailure } from '../slack-failure.ts';

export const chatGetPermalink = defineMethod({
  name: 'chat.getPermalink',
  limit: 'none',
  args: z.object({ channel: z.string(), message_ts: z.string() }),
  run({ args, slack }) {
    const { id } = findConversation({ slack, channel: args.channel });
    const message = slack.workspace.messagesIn(id).get(args.message_ts);
    if (message === undefined) throw new SlackFailure('message_not_found');
    const thread = isReply(message) ? `?thread_ts=${message.thread_ts}&cid=${id}` : '';
    const permalink = `${slack.baseUrl()}/archives/${id}/p${message.ts.replace('.', '')}${thread}`;
    return { channel: id, permalink } satisfies Answer<ChatGetPermalinkResponse>;
  },
});

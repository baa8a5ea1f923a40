import { AppError, type SlackRef } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import { isRefused } from '../slack/errors.ts';

type FoundMessage = NonNullable<
  Awaited<ReturnType<WebClient['conversations']['replies']>>['messages']
>[number];

type FindMessageInput = { slack: WebClient; message: SlackRef };

/** The message as it stands in Slack now; throws `not_found` when it does not, or the bot may not read it. */
export async function findSlackMessage({ slack, message }: FindMessageInput): Promise<FoundMessage> {
  const { channel, ts } = message;
  const { messages = [] } = await slack.conversations.replies({ channel, ts, limit: 1 }).catch(error => {
    if (isRefused(error)) return { messages: [] };
    throw error;
  });
  const found = messages.find(one => one.ts === ts);
  if (found === undefined)
    throw new AppError({
      code: 'not_found',
      message: 'That message is not there any more.',
      details: { reason: 'message_gone' },
    });
  return found;
}

import { z } from 'zod';
import type { SlackJson } from '../../protocol.ts';
import { changeMessage } from '../messages/change-message.ts';
import { deleteMessage } from '../messages/delete-message.ts';
import { postMessage, signature } from '../messages/post-message.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { flag, nested } from '../web-api/argument-types.ts';
import { contentArguments, type MessageContent, readContent } from '../web-api/message-content.ts';
import { readMetadata } from '../web-api/message-metadata.ts';
import { refusal, SlackFailure } from '../web-api/slack-failure.ts';
import type { ResponseOrigin } from './response-urls.ts';

const answerSchema = z.object({
  ...contentArguments,
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: flag.optional(),
  delete_original: flag.optional(),
  thread_ts: z.string().optional(),
  metadata: nested.optional(),
});

/**
 * Does what a `response_url` post or a command's acknowledgement asks for: a message only the person sees, one for
 * the channel, or a change of the message that was acted on.
 */
export function answerOrigin(input: { slack: Slack; origin: ResponseOrigin; answer: SlackJson }): void {
  const { slack, origin } = input;
  const parsed = answerSchema.safeParse(input.answer);
  if (!parsed.success)
    throw refusal(
      'invalid_arguments',
      parsed.error.issues.map(issue => issue.message),
    );
  const answer = parsed.data;
  const original = originalOf({ slack, origin });

  if (answer.delete_original === true && original !== undefined) {
    deleteMessage({ slack, message: original });
    return;
  }
  const content = readContent({ slack, args: answer });
  if (answer.replace_original === true && original !== undefined) {
    const metadata = answer.metadata === undefined ? original.metadata : readMetadata(answer.metadata);
    changeMessage({ slack, message: original, edit: { ...content, metadata } });
    return;
  }
  if (answer.response_type === 'in_channel') {
    answerChannel({ slack, origin, content, threadTs: answer.thread_ts });
    return;
  }
  // A thread can be named for channel answers only: what one person sees stands in the channel.
  slack.ephemerals.show({
    ...signature({ slack, userId: slack.installation.botUserId }),
    channel: origin.channel,
    ts: slack.workspace.nextTs(),
    ...content,
    ephemeral_for: origin.userId,
  });
}

type AnswerChannelInput = {
  slack: Slack;
  origin: ResponseOrigin;
  content: MessageContent;
  threadTs?: string;
};

function answerChannel(input: AnswerChannelInput): void {
  const { slack, origin, content, threadTs } = input;
  const root = threadTs === undefined ? undefined : slack.workspace.messagesIn(origin.channel).get(threadTs);
  if (threadTs !== undefined && root === undefined) throw new SlackFailure('thread_not_found');
  const userId = slack.installation.botUserId;
  postMessage({ slack, message: { channel: origin.channel, userId, ...content, threadTs } });
}

/** The app's message the person acted on, if it is one the app may change and still there. */
function originalOf({ slack, origin }: { slack: Slack; origin: ResponseOrigin }): StoredMessage | undefined {
  if (origin.message === undefined) return undefined;
  const where = { channel: origin.channel, ts: origin.message.ts };
  const message = slack.ephemerals.find(where) ?? slack.workspace.messagesIn(where.channel).get(where.ts);
  return message?.user === slack.installation.botUserId ? message : undefined;
}

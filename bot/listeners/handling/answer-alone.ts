import type { KnownBlock } from '@slack/types';
import { isRefused } from '../../slack/errors.ts';
import type { ListenerContext } from './context.ts';

type AnswerAloneInput = {
  context: ListenerContext;
  userId: string;
  channel: string;
  threadTs: string | undefined;
  answer: { text: string; blocks?: KnownBlock[] };
};

/** Answers an event to one person alone, where it happened; where Slack refuses that, nobody else is to read it. */
export async function answerAlone(input: AnswerAloneInput): Promise<void> {
  const { context, userId, channel, threadTs, answer } = input;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  await context.slack.chat.postEphemeral({ channel, user: userId, ...thread, ...answer }).catch(err => {
    if (!isRefused(err)) throw err;
    context.logger.info({ err, channel, userId }, 'an event could not be answered');
  });
}

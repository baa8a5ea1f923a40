import { answerPlace } from '../../stats/answer-place.ts';
import { postAnswer } from '../../stats/post-answer.ts';
import { ephemeralTo } from '../../stats/response-url.ts';
import type { StatsRequest } from '../../stats/stats-request.ts';
import type { ActContext } from './context.ts';
import { textsInConversation } from './texts-in-conversation.ts';

type AnswerInChannelInput = {
  context: ActContext;
  request: StatsRequest;
  /** Where the command was typed, and the address that came with it. */
  place: { channel: string; responseUrl: string };
  userId: string;
};

/** Answers a request where it was made, in the background: Slack waits for a command no longer than 3 seconds. */
export function answerInChannel({ context, request, place, userId }: AnswerInChannelInput): void {
  const answering = answer({ context, request, place }).catch(async err => {
    context.logger.warn({ err }, 'statistics could not be posted');
    const notPosted = context.texts.commands.stats.notPosted({ command: context.commands.stats });
    // The address works for 30 minutes; a modal may stay open longer.
    await context.slack.chat.postMessage({ channel: userId, text: notPosted });
  });
  context.inFlight
    .track({ kind: 'background', work: answering })
    .catch(err => context.logger.warn({ err }, 'statistics could not be answered'));
}

async function answer({ context, request, place }: Omit<AnswerInChannelInput, 'userId'>): Promise<void> {
  await postAnswer({
    context: context.stats,
    request,
    texts: await textsInConversation({ context, channel: place.channel }),
    ...answerPlace({ slack: context.stats.slack, ...place }),
    postEphemeral: ephemeralTo(place.responseUrl),
  });
}

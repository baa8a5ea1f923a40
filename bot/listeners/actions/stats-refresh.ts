import { postAnswer } from '../../stats/post-answer.ts';
import { readStatsRequest } from '../../stats/stats-request.ts';
import type { StatsMessage } from '../../ui/stats-message.ts';
import { answerClick } from '../handling/answer-click.ts';
import type { Click } from '../handling/click.ts';
import { textsInConversation } from '../handling/texts-in-conversation.ts';

/** "Refresh": the same request again, in place of the answer. */
export async function refreshStats(click: Click): Promise<void> {
  const { context, value, channel, respond, tellAlone } = click;
  const replace = (message: StatsMessage) => respond({ replace_original: true, ...message });
  const refreshing = postAnswer({
    context: context.stats,
    texts: await textsInConversation({ context, channel }),
    request: readStatsRequest(value),
    post: replace,
    postEphemeral: (_message, words) => tellAlone(words),
    postImages: ({ whole }) => replace(whole),
  }).catch(error => answerClick({ click, error }));
  context.inFlight.track({ kind: 'background', work: refreshing });
}

import { isDirect } from '../../conversation/is-direct.ts';
import { readSlackMessage } from '../../conversation/read-slack-message.ts';
import { isWrittenElsewhere } from '../../conversation/written-elsewhere.ts';
import { isRefused } from '../../slack/errors.ts';
import { mentionAnswer } from '../../ui/loose-message.ts';
import { actContext } from '../handling/act-context.ts';
import { emergencyIn } from '../handling/emergency.ts';
import type { EventListener } from '../handling/on-event.ts';

/** Whoever mentions the bot is asked, alone and once, whether to report it; in a ticket's thread it is a message already. */
export const appMention: EventListener = async ({ context, event }) => {
  const { slack, botUserId, homeTeamId, logger } = context;
  const reading = readSlackMessage({ message: event, botUserId });
  if (reading.kind !== 'comment' || isWrittenElsewhere({ reading, homeTeamId })) return;
  const { channel, ts, threadTs, user } = reading;
  if (isDirect(channel) || (await context.findThread({ channel, ts: threadTs ?? ts })) !== undefined) return;
  await context.once({
    key: `mention ${channel} ${ts}`,
    work: async () => {
      const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
      const acting = await actContext({ context, userId: user });
      const emergency = await emergencyIn({ context: acting, text: reading.body });
      const answer = mentionAnswer({ texts: acting.texts, message: { channel, ts }, emergency });
      const question = { channel, user, ...thread, ...answer };
      await slack.chat.postEphemeral(question).catch(err => {
        if (!isRefused(err)) throw err;
        logger.info({ err, channel }, 'a mention could not be answered');
      });
    },
  });
};

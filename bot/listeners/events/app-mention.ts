import { isDirect } from '../../conversation/is-direct.ts';
import { readSlackMessage } from '../../conversation/read-slack-message.ts';
import { isWrittenElsewhere } from '../../conversation/written-elsewhere.ts';
import { mentionAnswer } from '../../ui/loose-message.ts';
import { actContext } from '../handling/act-context.ts';
import { answerAlone } from '../handling/answer-alone.ts';
import { emergencyIn } from '../handling/emergency.ts';
import type { EventListener } from '../handling/on-event.ts';

/** Whoever mentions the bot is asked, alone and once, whether to report it; in a ticket's thread it is a message already. */
export const appMention: EventListener = async ({ context, event }) => {
  const { botUserId, homeTeamId } = context;
  const reading = readSlackMessage({ message: event, botUserId });
  if (reading.kind !== 'comment' || isWrittenElsewhere({ reading, homeTeamId })) return;
  const { channel, ts, threadTs, user } = reading;
  if (isDirect(channel) || (await context.findThread({ channel, ts: threadTs ?? ts })) !== undefined) return;
  await context.once({
    key: `mention ${channel} ${ts}`,
    work: async () => {
      const acting = await actContext({ context, userId: user });
      const emergency = await emergencyIn({ context: acting, text: reading.body });
      const answer = mentionAnswer({ texts: acting.texts, message: { channel, ts }, emergency });
      await answerAlone({ context, userId: user, channel, threadTs, answer });
    },
  });
};

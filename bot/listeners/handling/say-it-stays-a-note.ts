import type { SlackMessageReading } from '../../conversation/read-slack-message.ts';
import { actContext } from './act-context.ts';
import { answerAlone } from './answer-alone.ts';
import type { ListenerContext } from './context.ts';

type SayItStaysANoteInput = {
  context: ListenerContext;
  edit: Extract<SlackMessageReading, { kind: 'edit' }>;
};

/** Who took the mark of a note away learns, alone and once, that this does not publish it. */
export async function sayItStaysANote({ context, edit }: SayItStaysANoteInput): Promise<void> {
  const { channel, ts, threadTs } = edit.comment;
  await context.once({
    key: `stays a note ${channel} ${ts}`,
    work: async () => {
      const { editor: userId } = edit;
      const { texts } = await actContext({ context, userId });
      const answer = { text: texts.messages.staysNote };
      await answerAlone({ context, userId, channel, threadTs, answer });
    },
  });
}

import type { SlackMessageReading } from '../../conversation/read-slack-message.ts';
import { isRefused } from '../../slack/errors.ts';
import { actContext } from './act-context.ts';
import type { ListenerContext } from './context.ts';

type SayItStaysANoteInput = {
  context: ListenerContext;
  edit: Extract<SlackMessageReading, { kind: 'edit' }>;
};

/** Who took the mark of a note away learns, alone and once, that this does not publish it. */
export async function sayItStaysANote({ context, edit }: SayItStaysANoteInput): Promise<void> {
  const { channel, ts, threadTs } = edit.comment;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  await context.once({
    key: `stays a note ${channel} ${ts}`,
    work: async () => {
      const { texts } = await actContext({ context, userId: edit.editor });
      const line = { channel, user: edit.editor, ...thread, text: texts.messages.staysNote };
      await context.slack.chat.postEphemeral(line).catch(err => {
        if (!isRefused(err)) throw err;
        context.logger.info({ err, channel }, 'the writer of a note could not be answered');
      });
    },
  });
}

import type { SlackMessageReading } from '../../conversation/read-slack-message.ts';
import { isRefused } from '../../slack/errors.ts';
import type { ListenerContext } from './context.ts';

const words =
  'This stays a note: the reporter does not see it. To say it to them, write it again without ;; at the beginning.';

type SayItStaysANoteInput = {
  context: ListenerContext;
  edit: Extract<SlackMessageReading, { kind: 'edit' }>;
};

/** Who took the mark of a note away learns, alone and once, that this does not publish it. */
export async function sayItStaysANote({ context, edit }: SayItStaysANoteInput): Promise<void> {
  const { channel, ts, threadTs } = edit.comment;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  const line = { channel, user: edit.editor, ...thread, text: words };
  await context.once({
    key: `stays a note ${channel} ${ts}`,
    work: async () => {
      await context.slack.chat.postEphemeral(line).catch(err => {
        if (!isRefused(err)) throw err;
        context.logger.info({ err, channel }, 'the writer of a note could not be answered');
      });
    },
  });
}

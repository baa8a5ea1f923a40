import { escapeText } from '../../ui/text.ts';
import type { ListenerContext } from './context.ts';

/** Where somebody acted: a message, and the thread it is a reply in. */
export type ActedOn = { channel: string; threadTs: string | undefined };

type CreateTellAloneInput = {
  context: ListenerContext;
  userId: string;
  /** Absent in modals. */
  actedOn: ActedOn | undefined;
  /** Answers the `response_url` of what they did. */
  respond: (message: ReturnType<typeof ephemeral>) => Promise<unknown>;
};

/**
 * Says something to one person alone where they acted; `text` is plain words, nothing in it is markup. A `response_url`
 * shows such a line in the channel only, so in a thread it is posted; where the bot may not post, it takes that way.
 */
export function createTellAlone(input: CreateTellAloneInput): (text: string) => Promise<void> {
  const { context, userId, actedOn, respond } = input;
  return async text => {
    if (actedOn?.threadTs !== undefined) {
      const { channel, threadTs } = actedOn;
      const line = { channel, thread_ts: threadTs, user: userId, text: escapeText(text) };
      const shown = await context.slack.chat.postEphemeral(line).catch(err => {
        context.logger.info({ err, channel }, 'nothing can be said in the thread');
        return undefined;
      });
      if (shown !== undefined) return;
    }
    await respond(ephemeral(text));
  };
}

type ActedOnInput = { channel: string | undefined; ts: unknown; threadTs: unknown };

/** The root of a thread is read in the channel. */
export function actedOnOf({ channel, ts, threadTs }: ActedOnInput): ActedOn | undefined {
  if (channel === undefined) return undefined;
  const isReply = typeof threadTs === 'string' && threadTs !== ts;
  return { channel, threadTs: isReply ? threadTs : undefined };
}

function ephemeral(text: string) {
  return {
    response_type: 'ephemeral',
    replace_original: false,
    text: escapeText(text),
  } as const;
}

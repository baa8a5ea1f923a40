import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { SlackUser } from '../../conversation/names.ts';
import { decodeEntities } from '../../conversation/slack-text.ts';
import { type ReplyLine, replyLine } from '../../ui/reply-line.ts';
import { actContext } from './act-context.ts';
import type { ActContext, ListenerContext } from './context.ts';
import { refusalOf } from './refusal.ts';

/** A typed slash command. */
export type Command = {
  context: ActContext;
  text: string;
  user: SlackUser;
  triggerId: string;
  channel: string;
  /** Answers in the channel, also where the bot is no member; works for 30 minutes. */
  responseUrl: string;
  /** Says something more, later, to the person alone. */
  sayLater: (reply: ReplyLine) => Promise<void>;
};

export type CommandListener = (command: Command) => Promise<ReplyLine | undefined>;

/** Runs a command listener; what it answers, and what goes wrong, is said where the command was typed. */
export function onCommand({ context, listener }: { context: ListenerContext; listener: CommandListener }) {
  return async ({ command, ack, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const { user_id: id, user_name: name, trigger_id: triggerId } = command;
    const { channel_id: channel, response_url: responseUrl } = command;
    const sayLater = async (reply: ReplyLine) => {
      await respond({ response_type: 'ephemeral', ...reply });
    };
    const text = decodeEntities(command.text ?? '');
    const user = { id, name };
    const act = { text, user, triggerId, channel, responseUrl, sayLater };
    const answering = actContext({ context, userId: id }).then(acting =>
      listener({ context: acting, ...act }).catch(error =>
        inWords({ context: acting, error, typed: `${command.command} ${text}`.trim() }),
      ),
    );
    const reply = await context.inFlight.track({ kind: 'command', work: answering });
    await ack(reply && { response_type: 'ephemeral', ...reply });
  };
}

type InWordsInput = { context: ActContext; error: unknown; typed: string };

function inWords({ context, error, typed }: InWordsInput): ReplyLine {
  const { message } = refusalOf({ context, error, during: 'command' });
  return replyLine({ line: message, typed, texts: context.texts });
}

import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { SlackUser } from '../../conversation/names.ts';
import { actContext } from './act-context.ts';
import type { ActContext, ListenerContext } from './context.ts';
import { refusalOf } from './refusal.ts';
import { actedOnOf, createTellAlone } from './tell-alone.ts';

/** A shortcut from the menu of a message. */
export type Shortcut = {
  context: ActContext;
  user: SlackUser;
  triggerId: string;
  channel: string;
  message: MessageShortcut['message'];
};
export type ShortcutListener = (shortcut: Shortcut) => Promise<void>;

type OnShortcutInput = SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs;

/** Runs a message shortcut; what goes wrong is said to the person alone, where the message stands. */
export function onShortcut({ context, listener }: { context: ListenerContext; listener: ShortcutListener }) {
  return async ({ body, ack, respond }: OnShortcutInput): Promise<void> => {
    const { user, trigger_id: triggerId, channel, message } = body;
    const actedOn = actedOnOf({ channel: channel.id, ts: message.ts, threadTs: message.thread_ts });
    const tellAlone = createTellAlone({ context, userId: user.id, actedOn, respond });
    const act = { user, triggerId, channel: channel.id, message };
    const answering = actContext({ context, userId: user.id }).then(acting =>
      listener({ context: acting, ...act }).catch(async error => {
        const { message: words } = refusalOf({ context: acting, error, during: 'shortcut' });
        await tellAlone(words).catch(err => context.logger.warn({ err }, 'shortcut could not be answered'));
      }),
    );
    await context.inFlight.track({ kind: 'shortcut', work: answering });
    await ack();
  };
}

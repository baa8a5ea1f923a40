import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { SlackUser } from '../../conversation/names.ts';
import type { Desk } from './context.ts';
import { ephemeral } from './redraw.ts';
import { refusalOf } from './refusal.ts';

/** A shortcut from the menu of a message. */
export type Shortcut = {
  desk: Desk;
  user: SlackUser;
  triggerId: string;
  channel: string;
  message: MessageShortcut['message'];
};
export type ShortcutListener = (shortcut: Shortcut) => Promise<void>;

/** Runs a message shortcut; what goes wrong is said to the person alone, where the message stands. */
export function onShortcut({ desk, listener }: { desk: Desk; listener: ShortcutListener }) {
  return async ({
    body,
    ack,
    respond,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    const { user, trigger_id: triggerId, channel, message } = body;
    const answering = listener({ desk, user, triggerId, channel: channel.id, message }).catch(async error => {
      const { message: words } = refusalOf({ desk, error, during: 'shortcut' });
      await respond(ephemeral(words)).catch(err =>
        desk.logger.warn({ err }, 'shortcut could not be answered'),
      );
    });
    await desk.inFlight.track({ kind: 'shortcut', work: answering });
    await ack();
  };
}

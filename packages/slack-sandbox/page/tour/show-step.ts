import type { SandboxMessage, TourGuide } from '../../protocol.ts';
import { focusComposer } from '../composer/focus-composer.ts';
import { actAs } from '../state/act-as.ts';
import { draftKeyOf, setDraft } from '../state/drafts.ts';
import { goTo, route } from '../state/route.ts';
import { conversations, me, messagesOf } from '../state/session.ts';
import { isReply } from '../state/threads.ts';

/** Shows how a step of the tour is done; the person does the rest. */
export function showStep(guide: TourGuide): void {
  if (guide.type === 'draft') showDraft(guide.text);
  else if (guide.type === 'open') showChannel(guide);
  else if (guide.to !== me.peek()?.id) actAs(guide.to, '');
}

function showDraft(text: string): void {
  goTo({ thread: '', message: '' });
  setDraft(draftKeyOf({ channel: route.peek().channel }), text);
  focusComposer('conversation');
}

function showChannel({ channel, as, thread, button }: TourGuide & { type: 'open' }): void {
  if (!conversations.peek().has(channel)) {
    actAs(as, channel);
    return;
  }
  goTo({
    channel,
    thread: thread ? newestMessage({ channel }) : '',
    message: button ? newestMessage({ channel, button }) : '',
  });
}

type NewestMessageInput = { channel: string; button?: string };

/** The `ts` of the app's newest message, or of the newest with this button on it; empty when there is none. */
function newestMessage({ channel, button }: NewestMessageInput): string {
  const roots = messagesOf(channel).filter(one => one.bot_id && !isReply(one) && !one.ephemeral_for);
  const hasButton = ({ blocks = [] }: SandboxMessage) =>
    button === undefined || JSON.stringify(blocks).includes(JSON.stringify(button));
  return roots.findLast(hasButton)?.ts ?? '';
}

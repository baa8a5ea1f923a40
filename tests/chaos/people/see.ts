import type { OpenView, Sandbox, SandboxMessage, SlackJson } from 'slack-sandbox';
import { elementsOf } from 'slack-sandbox';

/** A card as a person sees it: the ticket's number, and what can be clicked. */
export type SeenCard = { number: number; channel: string; ts: string; clickable: SlackJson[] };

/** The cards of the app that a person sees in a conversation, oldest first. */
export function cardsIn({
  messages,
  appUserId,
}: {
  messages: SandboxMessage[];
  appUserId: string;
}): SeenCard[] {
  return messages.flatMap(({ user, channel, ts, text, thread_ts: root, blocks = [] }) => {
    const [, number] = /^Ticket #(\d+)/.exec(text) ?? [];
    if (user !== appUserId || number === undefined || (root !== undefined && root !== ts)) return [];
    const clickable = elementsOf(blocks).map(({ element, blockId }) => ({ ...element, block_id: blockId }));
    return [{ number: Number(number), channel, ts, clickable }];
  });
}

type SeeFormInput = { sandbox: Sandbox; as: string; callbackId: string };

/** The form on top of a person's screen, once it is there; rejects when it does not come. */
export function seeForm({ sandbox, as, callbackId }: SeeFormInput): Promise<OpenView> {
  return sandbox.until(() => {
    const top = sandbox.snapshot(as).views.at(-1);
    return top?.view.callback_id === callbackId && top.view.submit ? top : undefined;
  }, 4000);
}

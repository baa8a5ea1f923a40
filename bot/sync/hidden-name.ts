import { type Person, type ThreadSide, type Ticket, unlessHidden } from '@campus-desk/contract';
import { isDirect } from '../conversation/is-direct.ts';
import type { TicketDelivery } from './context.ts';

type HiddenOnInput = { delivery: Pick<TicketDelivery, 'ticket' | 'threads'>; side: ThreadSide };

/**
 * The id of whom the readers of a thread are not to know: a reporter who hides their name, where their card stands under a
 * message that others read. Helpdesk, and they themselves in their direct messages, know it.
 */
export function hiddenOn({ delivery: { ticket, threads }, side }: HiddenOnInput): string | undefined {
  const isOthers = side === 'reporter' && isReadByOthers(threads.get(side)?.channel);
  return isOthers ? hiddenFromOthers(ticket) : undefined;
}

/** The same for people who are told of somebody else's ticket. */
export function hiddenFromOthers({ nameHidden, reporter }: Ticket): string | undefined {
  return nameHidden ? reporter.id : undefined;
}

/** Whether a conversation is not the direct messages of one person. */
export function isReadByOthers(channel: string | undefined): boolean {
  return channel !== undefined && !isDirect(channel);
}

type WithoutNameInput<Act> = { act: Act; hidden: string | undefined };

/** What somebody wrote or did, with somebody in the place of whom its readers are not to know. */
export function withoutName<Act extends { actor: Person }>(input: WithoutNameInput<Act>): Act {
  const { act, hidden } = input;
  return { ...act, actor: unlessHidden({ person: act.actor, hidden }) };
}

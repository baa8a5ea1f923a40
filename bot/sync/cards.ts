import type { SlackRef, ThreadSide, Ticket, TicketEvent } from '@campus-desk/contract';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
import { cardPart } from '../slack/marker.ts';
import type { Posted } from '../slack/paced-client.ts';
import { helpdeskCard } from '../ui/helpdesk-card.ts';
import { reporterCard } from '../ui/reporter-card.ts';
import { cardTarget, helpdeskChannelOf } from './card-target.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { leaveThread } from './leave-thread.ts';
import { postOnce } from './post-once.ts';
import { postUnder } from './post-under.ts';

const renderers: Record<ThreadSide, (input: { ticket: Ticket }) => ReturnType<typeof helpdeskCard>> = {
  helpdesk: helpdeskCard,
  reporter: reporterCard,
};

type Showing = { context: SyncContext; delivery: TicketDelivery; side: ThreadSide; event: TicketEvent };

/**
 * Makes the card of one side show the newest ticket. It is posted when it is not there, not there any more, or when
 * another team's channel has become the right one.
 */
export async function showCard({ context, delivery, side, event }: Showing): Promise<void> {
  const card = await findCard({ context, delivery, side });
  if (card === undefined) return postCard({ context, delivery, side, event });
  try {
    if (isElsewhere({ context, delivery, side, card }))
      return await moveCard({ context, delivery, side, event, card });
    await redrawCard({ context, delivery, side, card });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    if (isFrozen(error.reason)) return postState({ context, delivery, side, event });
    if (!error.isGone) throw error;
    await postCard({ context, delivery, side, event });
  }
}

type OnCard = Omit<Showing, 'event'> & { card: SlackRef };

/** Whether a card of helpdesk stands in another channel than its ticket belongs to; a closed one stays where it is. */
function isElsewhere({ context, delivery: { ticket }, side, card }: OnCard): boolean {
  if (side === 'reporter' || ticket.status === 'closed') return false;
  return card.channel !== helpdeskChannelOf({ context, ticket });
}

/** Where Slack refuses the new place, the old one goes on showing what is true. */
async function moveCard({ card, ...showing }: Showing & { card: SlackRef }): Promise<void> {
  try {
    await postCard(showing);
  } catch (error) {
    if (error instanceof SlackRefusal) await redrawCard({ ...showing, card });
    throw error;
  }
}

/** Posts the card of one side, once per event, and binds the thread under it. */
export async function postCard({ context, delivery, side, event }: Showing): Promise<void> {
  const { ticket, mayBeShown } = delivery;
  const target = await cardTarget({ context, ticket, side });
  const posted = await postOnce({
    context,
    target,
    post: renderers[side]({ ticket }),
    marker: { event: event.id, ticket: ticket.number, part: cardPart(side) },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
  const thread = { channel: posted.channel, ts: target.threadTs ?? posted.ts };
  const from = delivery.threads.get(side);
  if (from !== undefined && (from.channel !== thread.channel || from.ts !== thread.ts))
    await leaveThread({ context, delivery, side, event, from, card: posted, thread });
  await context.client.bindThread({ number: ticket.number, side, ...thread });
  delivery.threads.set(side, thread);
  if (!posted.isNew) await redrawCard({ context, delivery, side, card: posted });
}

/** Shows the newest ticket under a card that is there, but cannot be changed any more. */
async function postState({ context, delivery, side, event }: Showing): Promise<void> {
  const thread = delivery.threads.get(side);
  if (thread === undefined) return;
  const post = renderers[side]({ ticket: delivery.ticket });
  await postUnder({ context, delivery, event, part: `${side}-state`, post, thread });
}

/** The card is the root of its thread; under a message that became a ticket it is a reply. */
async function findCard({ context, delivery, side }: Omit<Showing, 'event'>): Promise<SlackRef | undefined> {
  const thread = delivery.threads.get(side);
  if (thread === undefined || side === 'helpdesk' || delivery.ticket.source === null) return thread;
  const marker = { ticket: delivery.ticket.number, part: cardPart(side) };
  const sinceMs = Date.parse(delivery.ticket.openedAt);
  const target = { channel: thread.channel, threadTs: thread.ts };
  return context.ownPosts.find({ target, marker, sinceMs, fresh: true });
}

type RedrawCardInput = Omit<Showing, 'event'> & { card: SlackRef | Posted };

async function redrawCard(input: RedrawCardInput): Promise<void> {
  const { context, delivery, side, card } = input;
  await context.slack.update({ ...card, ...renderers[side]({ ticket: delivery.ticket }) });
}

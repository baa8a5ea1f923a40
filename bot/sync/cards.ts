import type { SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
import { cardPart } from '../slack/marker.ts';
import { createDrawing } from './card-drawing.ts';
import { cardTarget, helpdeskChannelOf } from './card-target.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { leaveThread } from './leave-thread.ts';
import { postOnce } from './post-once.ts';
import { postUnder } from './post-under.ts';

type Showing = { context: SyncContext; delivery: TicketDelivery; side: ThreadSide; event: TicketEvent };

type ShowCardInput = Showing & {
  /** Nobody waits for its redraw. */
  canWait: boolean;
  /** Called when the card is there and its redraw has to wait. */
  onWait: () => void;
};

/**
 * Makes the card of one side show the newest ticket. It is posted when it is not there, not there any more, or when
 * another team's channel has become the right one.
 */
export async function showCard(input: ShowCardInput): Promise<void> {
  const { delivery, side } = input;
  const thread = delivery.threads.get(side);
  if (thread === undefined) return postCard(input);
  try {
    if (side === 'helpdesk' && isElsewhere(input)) return await moveCard({ ...input, thread });
    if ((delivery.drawnUpTo.get(side) ?? 0) >= delivery.upTo) return;
    const card = await findCard({ ...input, thread });
    if (card === undefined) return await renewCard({ ...input, gone: thread });
    await redrawCard({ ...input, card });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    if (isFrozen(error.reason)) return postState(input);
    if (!error.isGone) throw error;
    await renewCard({ ...input, gone: thread });
    // Another step may have posted an older state.
    await showCard(input);
  }
}

type IsElsewhereInput = { context: SyncContext; delivery: TicketDelivery };

/** Whether helpdesk's card stands in another channel than its ticket belongs to; a closed one stays where it is. */
export function isElsewhere({ context, delivery: { ticket, threads } }: IsElsewhereInput): boolean {
  const channel = threads.get('helpdesk')?.channel;
  if (channel === undefined || ticket.status === 'closed') return false;
  return channel !== helpdeskChannelOf({ context, ticket });
}

/** Where Slack refuses the new place, the old one goes on showing what is true. */
async function moveCard({ thread, ...showing }: ShowCardInput & { thread: SlackRef }): Promise<void> {
  try {
    await renewCard({ ...showing, gone: thread });
  } catch (error) {
    if (error instanceof SlackRefusal) await redrawCard({ ...showing, card: thread });
    throw error;
  }
}

/** Posts the card anew in place of one that is gone, unless another step has done it. */
export async function renewCard(input: Showing & { gone: SlackRef }): Promise<void> {
  const { delivery, side, gone } = input;
  const running = delivery.renewals.get(side);
  if (running !== undefined) return running;
  if (delivery.threads.get(side)?.ts !== gone.ts) return;
  const renewal = postCard(input).finally(() => delivery.renewals.delete(side));
  delivery.renewals.set(side, renewal);
  return renewal;
}

/** Posts the card of one side, once per event, and binds the thread under it. */
async function postCard({ context, delivery, side, event }: Showing): Promise<void> {
  const { ticket, mayBeShown } = delivery;
  const target = await cardTarget({ context, ticket, side });
  const drawing = createDrawing({ context, delivery, side, channel: target.channel });
  const posted = await postOnce({
    context,
    target,
    ...drawing,
    marker: { event: event.id, ticket: ticket.number, part: cardPart(side) },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
  drawing.isShown();
  const thread = { channel: posted.channel, ts: target.threadTs ?? posted.ts };
  const from = delivery.threads.get(side);
  if (from !== undefined && (from.channel !== thread.channel || from.ts !== thread.ts))
    await leaveThread({ context, delivery, side, event, from, card: posted, thread });
  await context.client.bindThread({ number: ticket.number, side, ...thread });
  delivery.threads.set(side, thread);
  if (!posted.isNew) await redrawCard({ context, delivery, side, card: posted });
}

/** Shows the newest ticket under a card that is there, but cannot be changed any more, unless it reads as before. */
async function postState({ context, delivery, side, event }: Showing): Promise<void> {
  const thread = delivery.threads.get(side);
  if (thread === undefined) return;
  const card = await createDrawing({ context, delivery, side, channel: thread.channel }).draw();
  const state = JSON.stringify(card);
  if (delivery.statePosted.get(side) === state) return;
  await postUnder({ context, delivery, event, part: `${side}-state`, post: () => card, thread });
  delivery.statePosted.set(side, state);
}

type FindCardInput = Omit<Showing, 'event'> & { thread: SlackRef };

/** The card is the root of its thread; under a message that became a ticket it is a reply. */
async function findCard({ context, delivery, side, thread }: FindCardInput): Promise<SlackRef | undefined> {
  if (side === 'helpdesk' || delivery.ticket.source === null) return thread;
  const marker = { ticket: delivery.ticket.number, part: cardPart(side) };
  const sinceMs = Date.parse(delivery.ticket.openedAt);
  const target = { channel: thread.channel, threadTs: thread.ts };
  return context.ownPosts.find({ target, marker, sinceMs, fresh: true });
}

type RedrawCardInput = Omit<Showing, 'event'> &
  Partial<Pick<ShowCardInput, 'canWait' | 'onWait'>> & { card: SlackRef };

async function redrawCard(input: RedrawCardInput): Promise<void> {
  const { context, card, canWait, onWait } = input;
  const drawing = createDrawing({ ...input, channel: card.channel });
  const waits = () => {
    drawing.onWait();
    onWait?.();
  };
  await context.redraw({ card, draw: drawing.draw, canWait, onWait: waits });
  drawing.isShown();
}

import type { SlackRef, ThreadSide, Ticket, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { helpdeskCard } from '../ui/helpdesk-card.ts';
import { reporterCard } from '../ui/reporter-card.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import type { Shelf } from './find-own-post.ts';
import { type Posted, postOnce } from './post-once.ts';
import { reporterShelf } from './reporter-card-target.ts';

const renderers: Record<ThreadSide, (input: { ticket: Ticket }) => ReturnType<typeof helpdeskCard>> = {
  helpdesk: helpdeskCard,
  reporter: reporterCard,
};

type Showing = { context: SyncContext; about: TicketDelivery; side: ThreadSide; event: TicketEvent };

/** Makes the card of one side show the newest ticket, posting it when it is not there, or not there any more. */
export async function showCard({ context, about, side, event }: Showing): Promise<void> {
  const card = await findCard({ context, about, side });
  if (card === undefined) return postCard({ context, about, side, event });
  try {
    await redrawCard({ context, about, side, card });
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.isGone)) throw error;
    await postCard({ context, about, side, event });
  }
}

/** Posts the card of one side, once per event, and binds the thread under it. */
export async function postCard({ context, about, side, event }: Showing): Promise<void> {
  const { ticket, mayBeShown } = about;
  const shelf = await shelfOf({ context, ticket, side });
  const posted = await postOnce({
    context,
    shelf,
    post: renderers[side]({ ticket }),
    marker: { event: event.id, ticket: ticket.number, part: partOf(side) },
    sinceMs: Date.parse(event.at),
    mayBeShown: mayBeShown(event.id),
  });
  const thread = { channel: posted.channel, ts: shelf.threadTs ?? posted.ts };
  await context.client.bindThread({ number: ticket.number, side, ...thread });
  about.threads.set(side, thread);
  if (!posted.isNew) await redrawCard({ context, about, side, card: posted });
}

/** The card is the root of its thread; under a message that became a ticket it is a reply. */
async function findCard({ context, about, side }: Omit<Showing, 'event'>): Promise<SlackRef | undefined> {
  const thread = about.threads.get(side);
  if (thread === undefined || side === 'helpdesk' || about.ticket.source === null) return thread;
  const marker = { ticket: about.ticket.number, part: partOf(side) };
  const sinceMs = Date.parse(about.ticket.openedAt);
  const shelf = { channel: thread.channel, threadTs: thread.ts };
  return context.ownPosts.find({ shelf, marker, sinceMs, fresh: true });
}

type RedrawCardInput = Omit<Showing, 'event'> & { card: SlackRef | Posted };

async function redrawCard(input: RedrawCardInput): Promise<void> {
  const { side } = input;
  const { slack, call, hold } = input.context;
  const { ticket } = input.about;
  const { channel, ts } = input.card;
  await call({
    method: 'chat.update',
    channel,
    hold,
    run: () => slack.chat.update({ channel, ts, ...renderers[side]({ ticket }), parse: 'none' }),
  });
}

type ShelfOfInput = { context: SyncContext; ticket: Ticket; side: ThreadSide };

function shelfOf({ context, ticket, side }: ShelfOfInput): Promise<Shelf> {
  if (side === 'reporter') return reporterShelf({ context, ticket });
  return Promise.resolve({ channel: context.helpdeskChannel, threadTs: undefined });
}

function partOf(side: ThreadSide): string {
  return `${side}-card`;
}

import type { ThreadSide, Ticket } from '@campus-desk/contract';
import { textsAt } from '../conversation/texts-for.ts';
import type { Post } from '../slack/call.ts';
import { helpdeskCard } from '../ui/helpdesk-card.ts';
import { reporterCard } from '../ui/reporter-card.ts';
import type { Texts } from '../ui/texts/texts.ts';
import type { SyncContext, TicketDelivery } from './context.ts';

const renderers: Record<ThreadSide, (input: { ticket: Ticket; texts: Texts }) => Post> = {
  helpdesk: helpdeskCard,
  reporter: reporterCard,
};

type DrawingInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  side: ThreadSide;
  /** Where the card stands: in channels it reads the same for everybody. */
  channel: string;
};

/** The card of one side as the ticket is when its turn in Slack has come. */
export function createDrawing({ context, delivery, side, channel }: DrawingInput) {
  const { client, textsFor } = context;
  const { known, drawnUpTo } = delivery;
  const { number, reporter } = delivery.ticket;
  let isStale = false;
  let upTo = 0;
  return {
    onWait: () => {
      isStale = true;
    },
    async draw(): Promise<Post> {
      const texts = await textsAt({ textsFor, channel, userId: reporter.id });
      upTo = isStale ? known.upTo : delivery.upTo;
      const ticket = isStale ? await client.getTicket({ number, role: 'helpdesk' }) : delivery.ticket;
      return renderers[side]({ ticket, texts });
    },
    /** Called once Slack has what was drawn. */
    isShown: () => drawnUpTo.set(side, Math.max(upTo, drawnUpTo.get(side) ?? 0)),
  };
}

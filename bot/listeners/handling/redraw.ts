import type { Role, Ticket } from '@campus-desk/contract';
import { helpdeskCard } from '../../ui/helpdesk-card.ts';
import { reporterCard } from '../../ui/reporter-card.ts';
import type { Click } from './click.ts';
import { drawTicket } from './load-page.ts';
import { showView } from './show-view.ts';
import { textsInConversation } from './texts-in-conversation.ts';

type RedrawInput = {
  click: Click;
  ticket: Ticket;
  role: Role;
  /** Something the person should know, such as who was quicker. */
  notice?: string;
};

/** Redraws what was clicked, the card or the ticket modal, from the ticket as it is now. */
export async function redraw({ click, ticket, role, notice }: RedrawInput): Promise<void> {
  const { context, view, channel } = click;
  if (view !== undefined) {
    const drawn = await drawTicket({ context, ticket, role, notice });
    await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
    return;
  }
  // A card in a channel is the same, whoever clicks on it.
  const texts = await textsInConversation({ context, channel });
  const card = role === 'helpdesk' ? helpdeskCard({ ticket, texts }) : reporterCard({ ticket, texts });
  await click.respond({ replace_original: true, ...card });
  if (notice !== undefined) await click.tellAlone(notice);
}

import type { Ticket } from '@campus-desk/contract';
import type { Button, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { button, literal, moment } from './elements.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';

/** A ticket with the address of its card in the helpdesk channel, when it has one. */
export type LinkedTicket = { ticket: Ticket; url: string | undefined };

type TicketLinksInput = { tickets: LinkedTicket[]; since: 'openedAt' | 'modifiedAt' };

/** Tickets as a list: number, beginning of the description, since when it waits; under it a button for each of the first 20. */
export function ticketLinks({ tickets, since }: TicketLinksInput): KnownBlock[] {
  if (tickets.length === 0) return [];
  const elements = tickets.flatMap(({ ticket }, index) => {
    const actionId = ids.ticket.viewEach[index];
    return actionId === undefined ? [] : [viewButton({ ticket, actionId })];
  });
  return [listOf({ tickets, since }), { type: 'actions', elements }];
}

type ViewButtonInput = { ticket: Ticket; actionId: string };

function viewButton({ ticket: { number, version }, actionId }: ViewButtonInput): Button {
  const value = writeReference({ role: 'helpdesk', number, version });
  return button({ text: `View #${number}`, actionId, value, label: `View ticket #${number}` });
}

function listOf({ tickets, since }: TicketLinksInput): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: tickets.map(({ ticket, url }) => ({
          type: 'rich_text_section',
          elements: [
            numberOf({ ticket, url }),
            literal(` ${oneLine({ text: ticket.description, max: 120 })}, since `),
            moment(ticket[since]),
          ],
        })),
      },
    ],
  };
}

function numberOf({ ticket, url }: LinkedTicket): RichTextElement {
  const text = `#${ticket.number}`;
  return url === undefined ? literal(text) : { type: 'link', url, text };
}

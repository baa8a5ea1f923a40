import type { Ticket } from '@campus-desk/contract';
import type { RichTextBlock, RichTextElement } from '@slack/types';
import { literal, moment } from './elements.ts';
import { oneLine } from './text.ts';

/** A ticket with the address of its card in the helpdesk channel, when it has one. */
export type LinkedTicket = { ticket: Ticket; url: string | undefined };

type TicketLinksInput = { tickets: LinkedTicket[]; since: 'openedAt' | 'modifiedAt' };

/** Tickets as a list: number, beginning of the description, and since when it waits. */
export function ticketLinks({ tickets, since }: TicketLinksInput): RichTextBlock {
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

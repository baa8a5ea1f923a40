import type { Ticket } from '@campus-desk/contract';
import type { ActionsBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { button, literal, moment } from './elements.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';

/** A ticket with the address of its card in the helpdesk channel, when it has one. */
export type LinkedTicket = { ticket: Ticket; url: string | undefined };

type TicketLinksInput = { tickets: LinkedTicket[]; since: 'openedAt' | 'modifiedAt' };

/** With two blocks each they stay below Slack's 50 for a message. */
const maxButtons = 20;

/** Tickets as a list: number, beginning of the description, since when it waits, and "View"; the last of many without. */
export function ticketLinks({ tickets, since }: TicketLinksInput): KnownBlock[] {
  const rest = tickets.slice(maxButtons);
  return [
    ...tickets
      .slice(0, maxButtons)
      .flatMap(ticket => [listOf({ tickets: [ticket], since }), viewButton(ticket)]),
    ...(rest.length === 0 ? [] : [listOf({ tickets: rest, since })]),
  ];
}

function viewButton({ ticket: { number, version } }: LinkedTicket): ActionsBlock {
  const value = writeReference({ role: 'helpdesk', number, version });
  const label = `View ticket #${number}`;
  return { type: 'actions', elements: [button({ text: 'View', actionId: ids.ticket.view, value, label })] };
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

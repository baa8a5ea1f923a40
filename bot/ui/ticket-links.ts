import type { Ticket } from '@campus-desk/contract';
import type { Button, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { button, literal, moment, sentence } from './elements.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** A ticket with the address of its card in the helpdesk channel, when it has one. */
export type LinkedTicket = { ticket: Ticket; url: string | undefined };

type TicketLinksInput = { tickets: LinkedTicket[]; since: 'openedAt' | 'modifiedAt'; texts: Texts };

/** Tickets as a list: number, beginning of the description, since when it waits; under it a button for each of the first 20. */
export function ticketLinks({ tickets, since, texts }: TicketLinksInput): KnownBlock[] {
  if (tickets.length === 0) return [];
  const elements = tickets.flatMap(({ ticket }, index) => {
    const actionId = ids.ticket.viewEach[index];
    return actionId === undefined ? [] : [viewButton({ ticket, actionId, texts })];
  });
  return [listOf({ tickets, since, texts }), { type: 'actions', elements }];
}

type ViewButtonInput = { ticket: Ticket; actionId: string; texts: Texts };

function viewButton({ ticket, actionId, texts }: ViewButtonInput): Button {
  const { number, version } = ticket;
  const text = texts.schedule.view({ number });
  const value = writeReference({ role: 'helpdesk', number, version });
  return button({ text, actionId, value });
}

function listOf({ tickets, since, texts }: TicketLinksInput): RichTextBlock {
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
            ...sentence({
              message: pieces => ` ${texts.schedule.since({ ...pieces, description: wordsOf(ticket) })}`,
              pieces: { at: moment(ticket[since]) },
            }),
          ],
        })),
      },
    ],
  };
}

function wordsOf({ description }: Ticket): string {
  return oneLine({ text: description, max: 120 });
}

function numberOf({ ticket, url }: LinkedTicket): RichTextElement {
  const text = `#${ticket.number}`;
  return url === undefined ? literal(text) : { type: 'link', url, text };
}

import type { Ticket } from '@campus-desk/contract';
import type { ContextBlock, KnownBlock, SectionBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, momentInMrkdwn, plain } from './elements.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** A ticket with the address of its card in the helpdesk channel, when it has one. */
export type LinkedTicket = { ticket: Ticket; url: string | undefined };

type TicketLinksInput = { tickets: LinkedTicket[]; since: 'openedAt' | 'modifiedAt'; texts: Texts };

/** Two blocks for each ticket: its number and words with "View", and small below them since when it waits and its card. */
export function ticketLinks({ tickets, since, texts }: TicketLinksInput): KnownBlock[] {
  return tickets.flatMap(({ ticket, url }) => [
    wordsOf({ ticket, texts }),
    remarkOn({ at: ticket[since], url, texts }),
  ]);
}

/** The numbers alone, for a notification. */
export function numbersOf(tickets: LinkedTicket[]): string {
  return tickets.map(({ ticket }) => `#${ticket.number}`).join(', ');
}

type WordsOfInput = { ticket: Ticket; texts: Texts };

function wordsOf({ ticket: { number, version, description }, texts }: WordsOfInput): SectionBlock {
  return {
    type: 'section',
    text: plain(`#${number} · ${oneLine({ text: description, max: 120 })}`),
    accessory: button({
      text: texts.list.view,
      actionId: ids.ticket.view,
      value: writeReference({ role: 'helpdesk', number, version }),
      label: texts.common.viewTicketNumber({ number }),
    }),
  };
}

type RemarkOnInput = { at: string; url: string | undefined; texts: Texts };

/** Words of ours alone: they may be marked up. */
function remarkOn({ at, url, texts }: RemarkOnInput): ContextBlock {
  const since = texts.schedule.since({ at: momentInMrkdwn(at) });
  const card = url === undefined ? [] : [`<${url}|${texts.notices.moved.link}>`];
  return { type: 'context', elements: [{ type: 'mrkdwn', text: [since, ...card].join(' · ') }] };
}

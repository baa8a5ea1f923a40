import { bold, line, paragraph, plain } from './elements.ts';
import { type StatsMessage, type StatsPart, statsMessage } from './stats-message.ts';
import { escapeText } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { type LinkedTicket, ticketLinks } from './ticket-links.ts';

type DigestMessageInput = {
  waiting: LinkedTicket[];
  /** How many tickets nobody has started, the listed ones included. */
  total: number;
  /** There are more than that. */
  totalIsMore?: boolean;
  part: StatsPart;
  request: string;
  texts: Texts;
};

/** The morning's message to the helpdesk: what nobody has started, oldest first, and what is not closed yet. */
export function digestMessage(input: DigestMessageInput): StatsMessage {
  const { waiting, total, totalIsMore = false, part, request, texts } = input;
  const stats = statsMessage({ parts: [part], request, texts });
  const lead =
    total === 0
      ? 'Somebody is working on every ticket.'
      : `${totalIsMore ? 'More than ' : ''}${total} ${total === 1 ? 'ticket is' : 'tickets are'} waiting for somebody to start work${total > waiting.length ? '; the oldest' : ''}:`;
  return {
    text: `${escapeText(lead)} ${stats.text}`,
    blocks: [
      { type: 'header', text: plain('Good morning, helpdesk') },
      paragraph([bold('All open tickets, however old')]),
      line(lead),
      ...ticketLinks({ tickets: waiting, since: 'openedAt' }),
      { type: 'divider' },
      ...stats.blocks,
    ],
  };
}

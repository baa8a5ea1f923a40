import { bold, line, paragraph, plain } from './elements.ts';
import { type StatsMessage, type StatsPart, statsMessage } from './stats-message.ts';
import { escapeText } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { type LinkedTicket, numbersOf, ticketLinks } from './ticket-links.ts';

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
  const { waiting, part, request, texts } = input;
  const { digest } = texts.schedule;
  const stats = statsMessage({ parts: [part], request, texts });
  const lead = leadOf(input);
  const named = waiting.length === 0 ? lead : `${lead} ${numbersOf(waiting)}.`;
  return {
    text: `${escapeText(named)} ${stats.text}`,
    blocks: [
      { type: 'header', text: plain(digest.title) },
      paragraph([bold(digest.scope)]),
      line(lead),
      ...ticketLinks({ tickets: waiting, since: 'openedAt', texts }),
      { type: 'divider' },
      ...stats.blocks,
    ],
  };
}

function leadOf({ waiting, total: count, totalIsMore = false, texts }: DigestMessageInput): string {
  const { digest } = texts.schedule;
  if (count === 0) return digest.none;
  if (totalIsMore) return digest.more({ count });
  return count > waiting.length ? digest.oldest({ count }) : digest.waiting({ count });
}

import type { Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { askHelpdeskForCategory, buttonRow, helpdeskButtons } from './ticket-buttons.ts';
import { categoryReason, factsInOneLine, ticketFacts, ticketHeader } from './ticket-facts.ts';

type HelpdeskCardInput = { ticket: Ticket; texts: Texts };

/** The ticket as the helpdesk channel shows it, with the buttons that are legal now; a click acts as helpdesk. */
export function helpdeskCard({ ticket, texts }: HelpdeskCardInput): { text: string; blocks: KnownBlock[] } {
  const facts = factsInOneLine({ ticket, texts });
  return {
    text: texts.cards.helpdesk({ number: ticket.number, facts }),
    blocks: [
      ticketHeader({ ticket, texts }),
      ...ticketFacts({ ticket, texts }),
      ...categoryReason({ ticket, texts }),
      ...askHelpdeskForCategory({ ticket, texts }),
      ...buttonRow({ ticket, role: 'helpdesk', buttons: helpdeskButtons({ ticket }), texts }),
      ...whoReads({ ticket, texts }),
    ],
  };
}

/** Whom the thread under the card reaches, and how not to. */
function whoReads({ ticket: { status, reporter }, texts }: HelpdeskCardInput): KnownBlock[] {
  if (status === 'closed') return [];
  const name = shorten({ text: reporter.name, max: 200 });
  return [remark(texts.cards.whoReads({ name }))];
}

import { type Person, type Ticket, unlessHidden } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { remark } from './elements.ts';
import type { Texts } from './texts/texts.ts';
import { askWhetherSolved, buttonRow, userButtons } from './ticket-buttons.ts';
import { factsInOneLine, ticketFacts, ticketHeader } from './ticket-facts.ts';

type ReporterCardInput = { ticket: Ticket; texts: Texts };

/**
 * The ticket as its reporter sees it in the DM with the bot, or under a message that others read, too: a hidden name never
 * stands on it. A click acts as user.
 */
export function reporterCard(input: ReporterCardInput): { text: string; blocks: KnownBlock[] } {
  const { texts } = input;
  const ticket = asOthersRead(input.ticket);
  const { number, status } = ticket;
  const { reporter: news, nameHidden } = texts.cards;
  return {
    text: news[status]({ number, facts: factsInOneLine({ ticket, texts }) }),
    blocks: [
      ticketHeader({ ticket, texts }),
      ...ticketFacts({ ticket, texts }),
      ...(ticket.nameHidden ? [remark(nameHidden)] : []),
      ...askWhetherSolved({ ticket, texts }),
      ...buttonRow({ ticket, role: 'user', buttons: [...userButtons[status]], texts }),
    ],
  };
}

function asOthersRead(ticket: Ticket): Ticket {
  const { nameHidden, reporter, assignee, closedBy } = ticket;
  if (!nameHidden) return ticket;
  const shown = <Someone extends Person>(person: Someone) => unlessHidden({ person, hidden: reporter.id });
  return {
    ...ticket,
    reporter: shown(reporter),
    assignee: assignee && shown(assignee),
    closedBy: closedBy && shown(closedBy),
  };
}

import { type Category, categories, type Role, type Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { writeChoice } from './reference.ts';
import type { Texts } from './texts/texts.ts';

type AskReporterInput = { ticket: Ticket; role: Role; texts: Texts };

/** Asks who files a ticket for its category while the categoriser doubts: the two likeliest, then what is left. */
export function askReporterForCategory({ ticket, role, texts }: AskReporterInput): KnownBlock[] {
  if (!ticket.categoryUnsure || ticket.status === 'closed') return [];
  const { number, version } = ticket;
  const { category: names } = texts.common;
  const { category: ask } = texts.report;
  return [
    line(ask.question),
    {
      type: 'actions',
      block_id: `answer.${number}.${version}`,
      elements: likeliestFirst(ticket).map((category, index) =>
        button({
          text: index < 2 ? names[category] : ask.else,
          actionId: ids.ticket.answer[category],
          value: writeChoice({ role, number, version, category }),
          ...(index < 2 ? {} : { label: ask.elseLabel({ category: names[category] }) }),
        }),
      ),
    },
  ];
}

function likeliestFirst({ category, categorySecond }: Ticket): Category[] {
  const likeliest = categorySecond === null ? [category] : [category, categorySecond];
  return [...likeliest, ...categories.filter(one => !likeliest.includes(one))];
}

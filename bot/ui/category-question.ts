import { type Category, categories, categoryNames, type Role, type Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line } from './elements.ts';
import { writeChoice } from './reference.ts';

/** Asks who files a ticket for its category while the categoriser doubts: the two likeliest, then what is left. */
export function askReporterForCategory({ ticket, role }: { ticket: Ticket; role: Role }): KnownBlock[] {
  if (!ticket.categoryUnsure || ticket.status === 'closed') return [];
  const { number, version } = ticket;
  return [
    line('The category is a guess. What is it about?'),
    {
      type: 'actions',
      block_id: `answer.${number}.${version}`,
      elements: likeliestFirst(ticket).map((category, index) =>
        button({
          text: index < 2 ? categoryNames[category] : 'Something else',
          actionId: ids.ticket.answer[category],
          value: writeChoice({ role, number, version, category }),
          ...(index < 2 ? {} : { label: `Something else: ${categoryNames[category]}` }),
        }),
      ),
    },
  ];
}

function likeliestFirst({ category, categorySecond }: Ticket): Category[] {
  const likeliest = categorySecond === null ? [category] : [category, categorySecond];
  return [...likeliest, ...categories.filter(one => !likeliest.includes(one))];
}

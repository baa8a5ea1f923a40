import { categoryNames, type Role, type Ticket } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, button, line, literal, paragraph } from './elements.ts';
import { writeReference } from './reference.ts';
import { shorten } from './text.ts';

const maxShownPart = 300;

/** Asks who filed a ticket that names two problems whether it should be two tickets; nothing for any other ticket. */
export function askForTwoTickets({ ticket, role }: { ticket: Ticket; role: Role }): KnownBlock[] {
  const { number, version, problems } = ticket;
  if (problems === undefined) return [];
  const value = writeReference({ role, number, version });
  return [
    line('This sounds like two problems:'),
    ...problems.map(({ category, text }) =>
      paragraph([bold(`${categoryNames[category]}: `), literal(shorten({ text, max: maxShownPart }))]),
    ),
    {
      type: 'actions',
      block_id: `split.${number}.${version}`,
      elements: [
        button({ text: 'Report both separately', actionId: ids.ticket.split, value }),
        button({ text: 'Keep as one', actionId: ids.ticket.keep, value }),
      ],
    },
  ];
}

import { type Role, statusNames, type Ticket } from '@campus-desk/contract';
import type { SectionBlock } from '@slack/types';
import { ids } from '../ids.ts';
import { button, plain } from './elements.ts';
import { formatAge } from './format-age.ts';
import { formatMove } from './format-move.ts';
import { writeReference } from './reference.ts';
import { oneLine } from './text.ts';
import { textsIn } from './texts/texts.ts';
import { categoryOf, formatPeople, formatUrgency, placeBesides } from './ticket-facts.ts';

type TicketEntryInput = { ticket: Ticket; role: Role; now: number };

/** A ticket in a list: its state and age, its words, its place, people and whose turn it is, and "View". */
export function ticketEntry({ ticket, role, now }: TicketEntryInput): SectionBlock {
  const { number, version, status, assignee, duplicateOf } = ticket;
  const texts = textsIn('en');
  const state = [
    `#${number}`,
    formatUrgency({ ticket, texts }) ?? '',
    statusNames[status],
    categoryOf({ ticket, texts }),
    status === 'closed' ? '' : formatAge({ from: ticket.openedAt, now, texts }) || 'new',
    duplicateOf === null ? '' : `Duplicate of #${duplicateOf}`,
    formatPeople({ ticket, texts }) ?? '',
  ];
  const people = [
    ticket.location ?? '',
    placeBesides(ticket) ?? '',
    ticket.reporter.name,
    formatMove({ ticket, texts }) ?? '',
    assignee === null ? '' : `Assigned to ${assignee.name}`,
  ];
  const lines = [inOneLine(state), oneLine({ text: ticket.description, max: 200 }), inOneLine(people)];
  return {
    type: 'section',
    block_id: `ticket.${number}`,
    text: plain(lines.join('\n')),
    accessory: button({
      text: 'View',
      actionId: ids.ticket.view,
      value: writeReference({ role, number, version }),
      label: `View ticket #${number}`,
    }),
  };
}

function inOneLine(parts: string[]): string {
  return parts
    .filter(part => part !== '')
    .map(text => oneLine({ text, max: 80 }))
    .join(' · ');
}

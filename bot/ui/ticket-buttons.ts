import { categories, categoryNames, type Role, type Ticket } from '@campus-desk/contract';
import type { ActionsBlock, Button, KnownBlock, Overflow, StaticSelect } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, option, plain } from './elements.ts';
import { type More, type Reference, writeChoice, writeMore, writeReference } from './reference.ts';

type TicketButton = keyof typeof drawings;

type ButtonRowInput = { ticket: Ticket; role: Role; buttons: TicketButton[] };

/** One row of buttons; its block id names the version, so that a redrawn select forgets what was picked before. */
export function buttonRow({ ticket, role, buttons }: ButtonRowInput): ActionsBlock[] {
  if (buttons.length === 0) return [];
  const reference = { role, number: ticket.number, version: ticket.version };
  // While the category is asked for, its choices stand above already.
  const shown = ticket.categoryUnsure ? buttons.filter(name => name !== 'category') : buttons;
  return [
    {
      type: 'actions',
      block_id: `ticket.${ticket.number}.${ticket.version}`,
      elements: shown.map(name => drawings[name]({ ticket, reference })),
    },
  ];
}

type HelpdeskButtonsInput = { ticket: Ticket; withReply?: boolean };

/** What helpdesk can do with a ticket now; where there is no thread to write in, it replies with a button, too. */
export function helpdeskButtons({ ticket, withReply = false }: HelpdeskButtonsInput): TicketButton[] {
  const reply = withReply ? (['reply'] as const) : [];
  if (ticket.status === 'closed') return [];
  // It is worked on where its original stands.
  if (ticket.duplicateOf !== null) return ['original', 'notDuplicate', ...reply, 'more'];
  const all = ticket.followers > 0 ? (['answerAll'] as const) : [];
  const urgency = ticket.urgent ? 'notUrgent' : 'urgent';
  return [
    ticket.status === 'open' ? 'start' : 'close',
    'edit',
    ...reply,
    ...all,
    'category',
    urgency,
    'more',
  ];
}

/** Asks the helpdesk for the category while the categoriser doubts: the three choices side by side. */
export function askHelpdeskForCategory(ticket: Ticket): KnownBlock[] {
  if (!ticket.categoryUnsure || ticket.status === 'closed' || ticket.duplicateOf !== null) return [];
  const reference: Reference = { role: 'helpdesk', number: ticket.number, version: ticket.version };
  return [
    line('The category is a guess. Which one is right?'),
    {
      type: 'actions',
      block_id: `category.${ticket.number}.${ticket.version}`,
      elements: categories.map(category =>
        button({
          text: categoryNames[category],
          actionId: ids.ticket.pick[category],
          value: writeChoice({ ...reference, category }),
        }),
      ),
    },
  ];
}

/** Asks the reporter of a closed ticket whether it is solved, until they have answered. */
export function askWhetherSolved(ticket: Ticket): KnownBlock[] {
  if (ticket.status !== 'closed' || ticket.solved !== null) return [];
  const value = writeReference({ role: 'user', number: ticket.number, version: ticket.version });
  return [
    line('Solved?'),
    {
      type: 'actions',
      block_id: `solved.${ticket.number}.${ticket.version}`,
      elements: [
        button({ text: 'Yes', actionId: ids.solved.yes, value, style: 'primary' }),
        button({ text: 'Not really', actionId: ids.solved.no, value }),
      ],
    },
  ];
}

type Drawing = (input: { ticket: Ticket; reference: Reference }) => Button | StaticSelect | Overflow;

const drawings = {
  start: ({ reference }) =>
    button({
      text: 'Start work',
      actionId: ids.ticket.start,
      value: writeReference(reference),
      style: 'primary',
    }),
  close: ({ reference }) =>
    button({
      text: 'Close',
      actionId: ids.close.open,
      value: writeReference(reference),
      style: 'primary',
      label: `Close ticket #${reference.number}`,
    }),
  edit: ({ reference }) =>
    button({ text: 'Edit', actionId: ids.edit.open, value: writeReference(reference) }),
  reply: ({ reference }) =>
    button({ text: 'Reply', actionId: ids.reply.open, value: writeReference(reference) }),
  answerAll: ({ reference }) =>
    button({ text: 'Answer all', actionId: ids.answerAll.open, value: writeReference(reference) }),
  followUp: ({ reference }) =>
    button({
      text: 'Still broken? File a follow-up',
      actionId: ids.followUp.open,
      value: writeReference(reference),
    }),
  original: ({ ticket: { duplicateOf }, reference }) =>
    button({
      text: `View ticket #${duplicateOf}`,
      actionId: ids.ticket.view,
      value: writeReference({ ...reference, number: duplicateOf ?? reference.number }),
    }),
  notDuplicate: ({ reference }) =>
    button({
      text: 'Not a duplicate',
      actionId: ids.duplicate.undo,
      value: writeReference(reference),
      label: `Ticket #${reference.number} is not a duplicate`,
    }),
  urgent: ({ reference }) =>
    button({
      text: 'Mark urgent',
      actionId: ids.ticket.urgent.set,
      value: writeReference(reference),
      label: `Mark urgent: ticket #${reference.number}`,
    }),
  notUrgent: ({ reference }) =>
    button({
      text: 'Not urgent',
      actionId: ids.ticket.urgent.clear,
      value: writeReference(reference),
      label: `Not urgent: ticket #${reference.number}`,
    }),
  category: ({ ticket, reference }) => categorySelect({ ticket, reference }),
  more: ({ ticket, reference }) => moreMenu({ ticket, reference }),
} as const satisfies Record<string, Drawing>;

/** What is needed less often; Slack takes five at most. */
const menu: Record<More, string> = {
  note: 'Note',
  answer: 'Answer',
  handOver: 'Hand over',
  wait: 'Wait',
  duplicate: 'Duplicate of',
};

/** Only an active ticket can wait; of a duplicate there is only a conversation. */
function moreMenu({ ticket, reference }: Parameters<Drawing>[0]): Overflow {
  const entries = Object.entries(menu) as [More, string][];
  const isOffered = (more: More) =>
    ticket.duplicateOf === null
      ? more !== 'wait' || ticket.status === 'active'
      : ['note', 'answer'].includes(more);
  const offered = entries.filter(([more]) => isOffered(more));
  return {
    type: 'overflow',
    action_id: ids.ticket.more,
    options: offered.map(([more, text]) => option({ text, value: writeMore({ ...reference, more }) })),
  };
}

function categorySelect({ ticket, reference }: { ticket: Ticket; reference: Reference }): StaticSelect {
  const options = categories.map(category =>
    option({ text: categoryNames[category], value: writeChoice({ ...reference, category }) }),
  );
  const chosen = options[categories.indexOf(ticket.category)];
  return {
    type: 'static_select',
    action_id: ids.ticket.category,
    placeholder: plain('Category'),
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

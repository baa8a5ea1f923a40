import { categories, type Role, type Status, type Ticket } from '@campus-desk/contract';
import type { ActionsBlock, Button, KnownBlock, Overflow, StaticSelect } from '@slack/types';
import { ids } from '../ids.ts';
import { button, line, option, plain } from './elements.ts';
import { type More, type Reference, writeChoice, writeMore, writeReference } from './reference.ts';
import type { Texts } from './texts/texts.ts';

type TicketButton = keyof typeof drawings;

type ButtonRowInput = { ticket: Ticket; role: Role; buttons: TicketButton[]; texts: Texts };

/** One row of buttons; its block id names the version, so that a redrawn select forgets what was picked before. */
export function buttonRow({ ticket, role, buttons, texts }: ButtonRowInput): ActionsBlock[] {
  if (buttons.length === 0) return [];
  const reference = { role, number: ticket.number, version: ticket.version };
  // While the category is asked for, its choices stand above already.
  const shown = ticket.categoryUnsure ? buttons.filter(name => name !== 'category') : buttons;
  return [
    {
      type: 'actions',
      block_id: `ticket.${ticket.number}.${ticket.version}`,
      elements: shown.map(name => drawings[name]({ ticket, reference, texts })),
    },
  ];
}

/** What a user can do with a ticket of each status. */
export const userButtons = {
  open: ['edit', 'reply'],
  active: ['edit', 'reply'],
  closed: ['followUp'],
} as const satisfies Record<Status, readonly TicketButton[]>;

type HelpdeskButtonsInput = { ticket: Ticket; isInWindow?: boolean };

/** What helpdesk can do with a ticket now. In its window there is no thread to write in: it replies with a button there. */
export function helpdeskButtons({ ticket, isInWindow = false }: HelpdeskButtonsInput): TicketButton[] {
  const reply = isInWindow ? (['reply'] as const) : [];
  if (ticket.status === 'closed') return isInWindow ? noteButtons(ticket) : [];
  // It is worked on where its original stands.
  if (ticket.duplicateOf !== null) return ['original', 'notDuplicate', ...reply, 'more'];
  const all = ticket.followers > 0 ? (['answerAll'] as const) : [];
  const urgency = ticket.urgent ? 'notUrgent' : 'urgent';
  return [
    ticket.status === 'open' ? 'start' : 'close',
    'edit',
    ...reply,
    ...all,
    urgency,
    'category',
    'more',
  ];
}

/** What can be done with the note of a closed ticket. */
function noteButtons({ closingNote, answersOthers }: Ticket): TicketButton[] {
  if (closingNote === null) return [];
  return [answersOthers ? 'keepNote' : 'offerNote'];
}

type AskInput = { ticket: Ticket; texts: Texts };

/** Asks the helpdesk for the category while the categoriser doubts: the three choices side by side. */
export function askHelpdeskForCategory({ ticket, texts }: AskInput): KnownBlock[] {
  if (!ticket.categoryUnsure || ticket.status === 'closed' || ticket.duplicateOf !== null) return [];
  const reference: Reference = { role: 'helpdesk', number: ticket.number, version: ticket.version };
  return [
    line(texts.buttons.guess),
    {
      type: 'actions',
      block_id: `category.${ticket.number}.${ticket.version}`,
      elements: categories.map(category =>
        button({
          text: texts.common.category[category],
          actionId: ids.ticket.pick[category],
          value: writeChoice({ ...reference, category }),
        }),
      ),
    },
  ];
}

/** Asks the reporter of a closed ticket whether it is solved, until they have answered. */
export function askWhetherSolved({ ticket, texts }: AskInput): KnownBlock[] {
  if (ticket.status !== 'closed' || ticket.solved !== null) return [];
  const value = writeReference({ role: 'user', number: ticket.number, version: ticket.version });
  const { solved } = texts.facts;
  return [
    line(solved.question),
    {
      type: 'actions',
      block_id: `solved.${ticket.number}.${ticket.version}`,
      elements: [
        button({ text: solved.yes, actionId: ids.solved.yes, value, style: 'primary' }),
        button({ text: solved.notReally, actionId: ids.solved.no, value }),
      ],
    },
  ];
}

type DrawingInput = { ticket: Ticket; reference: Reference; texts: Texts };
type Drawing = (input: DrawingInput) => Button | StaticSelect | Overflow;

const drawings = {
  start: ({ reference, texts }) =>
    button({
      text: texts.buttons.start,
      actionId: ids.ticket.start,
      value: writeReference(reference),
      style: 'primary',
    }),
  close: ({ reference, texts }) =>
    button({
      text: texts.buttons.close,
      actionId: ids.close.open,
      value: writeReference(reference),
      style: 'primary',
      label: texts.buttons.closeLabel({ number: reference.number }),
    }),
  edit: ({ reference, texts }) =>
    button({ text: texts.buttons.edit, actionId: ids.edit.open, value: writeReference(reference) }),
  reply: ({ reference, texts }) =>
    button({ text: texts.buttons.reply, actionId: ids.reply.open, value: writeReference(reference) }),
  join: ({ reference, texts }) =>
    button({
      text: texts.report.offers.sameHere,
      actionId: ids.follower.join,
      value: writeReference(reference),
      label: texts.report.offers.sameHereLabel({ number: reference.number }),
    }),
  leave: ({ reference, texts }) =>
    button({
      text: texts.report.joined.leave,
      actionId: ids.follower.leave,
      value: writeReference(reference),
    }),
  answerAll: ({ reference, texts }) =>
    button({ text: texts.buttons.answerAll, actionId: ids.answerAll.open, value: writeReference(reference) }),
  followUp: ({ reference, texts }) =>
    button({ text: texts.buttons.followUp, actionId: ids.followUp.open, value: writeReference(reference) }),
  original: ({ ticket: { duplicateOf }, reference, texts }) => {
    const number = duplicateOf ?? reference.number;
    return button({
      text: texts.common.viewTicketNumber({ number }),
      actionId: ids.ticket.view,
      value: writeReference({ ...reference, number }),
    });
  },
  notDuplicate: ({ reference, texts }) =>
    button({
      text: texts.buttons.notDuplicate,
      actionId: ids.duplicate.undo,
      value: writeReference(reference),
      label: texts.buttons.notDuplicateLabel({ number: reference.number }),
    }),
  urgent: ({ reference, texts }) =>
    button({
      text: texts.buttons.markUrgent,
      actionId: ids.ticket.urgent.set,
      value: writeReference(reference),
      label: texts.buttons.markUrgentLabel({ number: reference.number }),
    }),
  notUrgent: ({ reference, texts }) =>
    button({
      text: texts.buttons.notUrgent,
      actionId: ids.ticket.urgent.clear,
      value: writeReference(reference),
      label: texts.buttons.notUrgentLabel({ number: reference.number }),
    }),
  offerNote: ({ reference, texts }) =>
    button({
      text: texts.buttons.offerNote,
      actionId: ids.ticket.note.offer,
      value: writeReference(reference),
      label: texts.buttons.offerNoteLabel({ number: reference.number }),
    }),
  keepNote: ({ reference, texts }) =>
    button({
      text: texts.buttons.keepNote,
      actionId: ids.ticket.note.keep,
      value: writeReference(reference),
      label: texts.buttons.keepNoteLabel({ number: reference.number }),
    }),
  category: input => categorySelect(input),
  more: input => moreMenu(input),
} as const satisfies Record<string, Drawing>;

/** What is needed less often; Slack takes five at most. */
const menu: More[] = ['note', 'answer', 'handOver', 'wait', 'duplicate'];

/** Only an active ticket can wait; of a duplicate there is only a conversation. */
function moreMenu({ ticket, reference, texts }: DrawingInput): Overflow {
  const isOffered = (more: More) =>
    ticket.duplicateOf === null
      ? more !== 'wait' || ticket.status === 'active'
      : ['note', 'answer'].includes(more);
  const { more: entries } = texts.buttons;
  return {
    type: 'overflow',
    action_id: ids.ticket.more,
    options: menu
      .filter(isOffered)
      .map(more => option({ text: entries[more], value: writeMore({ ...reference, more }) })),
  };
}

function categorySelect({ ticket, reference, texts }: DrawingInput): StaticSelect {
  const { category: names } = texts.common;
  const options = categories.map(category =>
    option({ text: names[category], value: writeChoice({ ...reference, category }) }),
  );
  const chosen = options[categories.indexOf(ticket.category)];
  return {
    type: 'static_select',
    action_id: ids.ticket.category,
    placeholder: plain(texts.buttons.category),
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
}

import { type Message, type Role, type Status, statusNames, type Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, line, literal, moment, paragraph, quotation } from './elements.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { placeChoice } from './place-select.ts';
import { shorten, withEmoji } from './text.ts';
import { askHelpdeskForCategory, buttonRow, helpdeskButtons } from './ticket-buttons.ts';
import { categoryReason, formatUrgency, ticketFacts } from './ticket-facts.ts';

const usersButtons = {
  open: ['edit', 'reply'],
  active: ['edit', 'reply'],
  closed: ['followUp'],
} as const satisfies Record<Status, readonly string[]>;

type TicketViewInput = {
  ticket: Ticket;
  role: Role;
  messages: Message[] | null;
  /** Those of the campus file. */
  places?: string[];
  notice?: string;
};

/**
 * The ticket modal: fields, last messages (newest first in, oldest first shown), the buttons this role may use now.
 * `messages` null: they did not arrive in time. `notice` stands on top, such as who was quicker.
 */
export function ticketView({ ticket, role, messages, places = [], notice }: TicketViewInput): ModalView {
  const reference = { role, number: ticket.number, version: ticket.version };
  const buttons =
    role === 'helpdesk' ? helpdeskButtons({ ticket, withReply: true }) : [...usersButtons[ticket.status]];
  return modal({
    title: `Ticket #${ticket.number}`,
    callbackId: ids.page.view,
    metadata: writePage({ page: 'ticket', role, number: ticket.number }),
    blocks: [
      ...(notice === undefined ? [] : [line(notice)]),
      // The title names the ticket already.
      paragraph([bold('Status: '), literal(statusNames[ticket.status]), ...urgency(ticket)]),
      ...ticketFacts(ticket),
      ...(role === 'helpdesk' ? [...categoryReason(ticket), ...askHelpdeskForCategory(ticket)] : []),
      ...buttonRow({ ticket, role, buttons }),
      ...placeChoice({ places, ticket, reference }),
      { type: 'divider' },
      ...conversation(messages),
    ],
  });
}

function urgency(ticket: Ticket): RichTextElement[] {
  const words = formatUrgency(ticket);
  return words === undefined ? [] : [literal(' · '), bold(words)];
}

function conversation(messages: Message[] | null): KnownBlock[] {
  if (messages === null)
    return [line("The messages can't be shown right now. Open the ticket again in a moment.")];
  if (messages.length === 0) return [line('No messages yet.')];
  return [paragraph([bold('Last messages')]), ...messages.toReversed().flatMap(entry)];
}

function entry({
  actor,
  body,
  files,
  createdAt,
  editedAt,
  deletedAt,
  late,
  internal,
  toAll,
}: Message): KnownBlock[] {
  const remarks = [
    actor.role === 'helpdesk' ? ', helpdesk' : '',
    internal ? ', note that only helpdesk sees' : '',
    toAll ? ', to everybody with this problem' : '',
    editedAt === null ? '' : ', edited',
    late ? ', after closing' : '',
  ].join('');
  const head = paragraph([
    bold(shorten({ text: actor.name, max: 200 })),
    literal(`${remarks} · `),
    moment(createdAt),
  ]);
  if (deletedAt !== null) return [head, line('This message was deleted.')];
  const attached = files.map(({ name }) => `File: ${name}`).join('\n');
  const text = [withEmoji(body), attached].filter(part => part !== '').join('\n');
  return [head, quotation(shorten({ text, max: 1500 }))];
}

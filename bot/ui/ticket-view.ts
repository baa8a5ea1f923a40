import type { Message, Role, Ticket } from '@campus-desk/contract';
import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import { ids } from '../ids.ts';
import { bold, line, literal, moment, paragraph, quotation, remark } from './elements.ts';
import { formatName } from './format-name.ts';
import { modal } from './modal.ts';
import { writePage } from './page.ts';
import { placeChoice } from './place-select.ts';
import { shorten, withEmoji } from './text.ts';
import type { Texts } from './texts/texts.ts';
import { askHelpdeskForCategory, buttonRow, helpdeskButtons, userButtons } from './ticket-buttons.ts';
import { categoryReason, formatUrgency, ticketFacts } from './ticket-facts.ts';

type TicketViewInput = {
  texts: Texts;
  ticket: Ticket;
  role: Role;
  messages: Message[] | null;
  /** Who looks. */
  userId?: string;
  /** Whether they have joined it; absent where they cannot choose. */
  isFollower?: boolean | undefined;
  /** Those of the campus file. */
  places?: string[];
  notice?: string | undefined;
};

/**
 * The ticket modal: fields, last messages (newest first in, oldest first shown), the buttons this role may use now.
 * `messages` null: they did not arrive in time. `notice` stands on top, such as who was quicker.
 */
export function ticketView(input: TicketViewInput): ModalView {
  const { texts, ticket, role, messages, places = [], notice } = input;
  const { common, ticket: words } = texts;
  const reference = { role, number: ticket.number, version: ticket.version };
  const buttons =
    role === 'helpdesk'
      ? helpdeskButtons({ ticket, isInWindow: true })
      : [...userButtons[ticket.status], ...joiningButtons(input)];
  return modal({
    title: words.title.ticket({ number: ticket.number }),
    callbackId: ids.page.view,
    close: common.done,
    metadata: writePage({ page: 'ticket', role, number: ticket.number }),
    blocks: [
      ...(notice === undefined ? [] : [line(notice)]),
      // The title names the ticket already.
      paragraph([
        bold(`${words.view.status} `),
        literal(common.status[ticket.status]),
        ...urgency({ ticket, texts }),
      ]),
      ...ticketFacts({ ticket, texts }),
      ...(role === 'helpdesk'
        ? [...categoryReason({ ticket, texts }), ...askHelpdeskForCategory({ ticket, texts })]
        : []),
      ...(buttons.includes('offerNote') ? [remark(words.offerNote)] : []),
      ...buttonRow({ ticket, role, buttons, texts }),
      ...placeChoice({ texts, places, ticket, reference }),
      { type: 'divider' },
      ...conversation({ messages, texts }),
    ],
  });
}

/** The way into a ticket of somebody else, or out of it. */
function joiningButtons({ ticket, userId, isFollower }: TicketViewInput): ('join' | 'leave')[] {
  if (isFollower === undefined || ticket.status === 'closed' || ticket.reporter.id === userId) return [];
  return [isFollower ? 'leave' : 'join'];
}

function urgency(input: Pick<TicketViewInput, 'ticket' | 'texts'>): RichTextElement[] {
  const words = formatUrgency(input);
  return words === undefined ? [] : [literal(' · '), bold(words)];
}

type ConversationInput = Pick<TicketViewInput, 'messages' | 'texts'>;

function conversation({ messages, texts }: ConversationInput): KnownBlock[] {
  const { notNow, noMessages, lastMessages } = texts.ticket.view;
  if (messages === null) return [line(notNow)];
  if (messages.length === 0) return [line(noMessages)];
  const entries = messages.toReversed().flatMap(message => entry({ message, texts }));
  return [paragraph([bold(lastMessages)]), ...entries];
}

function entry({ message, texts }: { message: Message; texts: Texts }): KnownBlock[] {
  const { actor, body, files, createdAt, editedAt, deletedAt, late, internal, toAll } = message;
  const { view } = texts.ticket;
  const remarks = [
    actor.role === 'helpdesk' ? view.helpdesk : '',
    internal ? view.note : '',
    toAll ? view.toAll : '',
    editedAt === null ? '' : view.edited,
    late ? view.late : '',
  ].filter(remark => remark !== '');
  const head = paragraph([
    bold(formatName({ person: actor, texts })),
    literal(`${remarks.map(remark => `, ${remark}`).join('')} · `),
    moment(createdAt),
  ]);
  if (deletedAt !== null) return [head, line(view.deleted)];
  const attached = files.map(({ name }) => view.file({ name })).join('\n');
  const text = [withEmoji(body), attached].filter(part => part !== '').join('\n');
  return [head, quotation(shorten({ text, max: 1500 }))];
}

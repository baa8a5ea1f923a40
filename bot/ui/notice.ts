import { categories, categoryNames, type Ticket, type TicketEvent } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { literal, paragraph, quotation } from './elements.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';

type Notice = { text: string; blocks: KnownBlock[] };

/** Longest closing note in a notice, in escaped characters; the card has it too. */
const maxNoteLength = 1500;

/** The one line by which the other side of a ticket learns what somebody did. */
export function notice({ event, ticket }: { event: TicketEvent; ticket: Ticket }): Notice {
  const name = shorten({ text: event.actor.name, max: 200 });
  const sentence = `${name} ${deedOf(event)}${aside(event)}`;
  const note = event.type === 'ticket.closed' ? ticket.closingNote : null;
  if (note === null) return { text: escapeText(sentence), blocks: [paragraph([literal(sentence)])] };
  return {
    text: `${escapeText(sentence)} What was done: ${fallbackPart({ text: note, max: maxNoteLength })}`,
    blocks: [
      paragraph([literal(`${sentence} What was done:`)]),
      quotation(shorten({ text: note, max: maxNoteLength })),
    ],
  };
}

type FollowUpNoticeInput = {
  ticket: Ticket;
  earlier: number;
  /** Where the ticket's card stands, when Slack said so. */
  permalink: string | undefined;
};

/** The line under an earlier ticket once somebody filed a follow-up of it. */
export function followUpNotice({ ticket, earlier, permalink }: FollowUpNoticeInput): Notice {
  const link = `ticket #${ticket.number}`;
  const element =
    permalink === undefined ? literal(link) : { type: 'link' as const, url: permalink, text: link };
  return {
    text: `Ticket #${ticket.number} follows up on ticket #${earlier}.`,
    blocks: [paragraph([literal(`Follow-up of ticket #${earlier}: `), element])],
  };
}

/** The line in a thread whose card was posted anew elsewhere, with a link where its readers can follow one. */
export function movedNotice({ ticket, permalink }: Omit<FollowUpNoticeInput, 'earlier'>): Notice {
  const link = 'a new thread';
  const element =
    permalink === undefined ? literal(link) : { type: 'link' as const, url: permalink, text: link };
  return {
    text: `Ticket #${ticket.number} goes on in a new thread.`,
    blocks: [paragraph([literal(`Ticket #${ticket.number} goes on in `), element, literal('.')])],
  };
}

function deedOf({ type, changes, ticketNumber }: TicketEvent): string {
  const ticket = `ticket #${ticketNumber}`;
  if (type === 'ticket.started') return `started work on ${ticket}.`;
  if (type === 'ticket.closed') return `closed ${ticket}.`;
  const fields = editedFields(changes);
  if (fields !== '') return `edited ${fields} of ${ticket}.`;
  const category = newCategory(changes);
  if (category !== undefined) return `changed the category of ${ticket} to ${category}.`;
  return `confirmed the category of ${ticket}.`;
}

/** What the same act changed besides, such as the category that followed from a new description. */
function aside({ type, changes }: TicketEvent): string {
  const isMove = type === 'ticket.started' || type === 'ticket.closed';
  const fields = editedFields(changes);
  const category = newCategory(changes);
  return [
    isMove && fields !== '' ? ` Edited as well: ${fields}.` : '',
    category !== undefined && (isMove || fields !== '') ? ` The category is now ${category}.` : '',
  ].join('');
}

function editedFields(changes: TicketEvent['changes']): string {
  const fields = ['description', 'location'].filter(field => field in changes);
  return fields.map(field => `the ${field}`).join(' and ');
}

const categoryChange = z.object({ category: z.object({ to: z.enum(categories) }) });

function newCategory(changes: TicketEvent['changes']): string | undefined {
  const change = categoryChange.safeParse(changes);
  return change.success ? categoryNames[change.data.category.to] : undefined;
}

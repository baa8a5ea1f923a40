import { categories, categoryNames, type Ticket, type TicketEvent } from '@campus-desk/contract';
import type { KnownBlock, RichTextElement } from '@slack/types';
import { z } from 'zod';
import { literal, paragraph, quotation } from './elements.ts';
import type { Mention } from './mention.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';

type Notice = { text: string; blocks: KnownBlock[] };

/** Longest closing note in a notice, in escaped characters; the card has it too. */
const maxNoteLength = 1500;

type NoticeInput = {
  event: TicketEvent;
  ticket: Ticket;
  /** Whom the line is for, when Slack is to tell them. */
  to?: Mention | undefined;
  /** Why they are told, where it is not their ticket. */
  why?: string | undefined;
};

/** The one line by which the other side of a ticket learns what somebody did. */
export function notice({ event, ticket, to, why }: NoticeInput): Notice {
  const name = shorten({ text: event.actor.name, max: 200 });
  const sentence = `${name} ${deedOf(event)}${aside(event)}${why === undefined ? '' : ` ${why}`}`;
  const addressed = addressing(to);
  const text = `${addressed.text}${escapeText(sentence)}`;
  const note = event.type === 'ticket.closed' ? ticket.closingNote : null;
  if (note === null) return { text, blocks: [paragraph([...addressed.elements, literal(sentence)])] };
  return {
    text: `${text} What was done: ${fallbackPart({ text: note, max: maxNoteLength })}`,
    blocks: [
      paragraph([...addressed.elements, literal(`${sentence} What was done:`)]),
      quotation(shorten({ text: note, max: maxNoteLength })),
    ],
  };
}

/** The line under the helpdesk's card by which Slack follows the thread for whoever works on the ticket. */
export function assignmentNotice({ ticket, to }: { ticket: Ticket; to: Mention }): Notice {
  const words = `: Ticket #${ticket.number} is yours.`;
  return { text: `${to.token}${words}`, blocks: [paragraph([to.element, literal(words)])] };
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

function addressing(to: Mention | undefined): { text: string; elements: RichTextElement[] } {
  if (to === undefined) return { text: '', elements: [] };
  return { text: `${to.token}: `, elements: [to.element, literal(': ')] };
}

function deedOf({ type, changes, ticketNumber }: TicketEvent): string {
  const ticket = `ticket #${ticketNumber}`;
  if (type === 'ticket.filed') return `reported ${ticket} for you.`;
  if (type === 'ticket.started') return `started work on ${ticket}.`;
  if (type === 'ticket.closed') return `closed ${ticket}${together(changes)}.`;
  if (type === 'ticket.solved') return answerOf({ changes, ticket });
  const fields = editedFields(changes);
  if (fields !== '') return `edited ${fields} of ${ticket}.`;
  const place = newPlace(changes);
  if (place !== undefined) return `${place} ${ticket}.`;
  const category = newCategory(changes);
  if (category !== undefined) return `changed the category of ${ticket} to ${category}.`;
  return `confirmed the category of ${ticket}.`;
}

const closedWithChange = z.object({ closedWith: z.object({ to: z.int() }) });

/** A duplicate is closed with its original. */
function together(changes: TicketEvent['changes']): string {
  const original = closedWithChange.safeParse(changes).data?.closedWith.to;
  return original === undefined ? '' : ` together with ticket #${original}`;
}

const solvedChange = z.object({ solved: z.object({ to: z.boolean() }) });

function answerOf({ changes, ticket }: { changes: TicketEvent['changes']; ticket: string }): string {
  const answer = solvedChange.safeParse(changes).data?.solved.to;
  if (answer === undefined) return `took back whether ${ticket} is solved.`;
  return answer ? `says that ${ticket} is solved.` : `says that ${ticket} is not really solved.`;
}

/** What the same act changed besides, such as the category that followed from a new description. */
function aside({ type, changes }: TicketEvent): string {
  if (type === 'ticket.filed') return '';
  const isMove = type === 'ticket.started' || type === 'ticket.closed';
  const fields = editedFields(changes);
  const category = newCategory(changes);
  return [
    isMove && fields !== '' ? ` Edited as well: ${fields}.` : '',
    category !== undefined && (isMove || fields !== '') ? ` The category is now ${category}.` : '',
    becameUrgent(changes) ? ' It is urgent now.' : '',
  ].join('');
}

const urgentChange = z.object({ urgent: z.object({ to: z.literal(true) }) });

function becameUrgent(changes: TicketEvent['changes']): boolean {
  return urgentChange.safeParse(changes).success;
}

function editedFields(changes: TicketEvent['changes']): string {
  const fields = ['description', 'location'].filter(field => field in changes);
  return fields.map(field => `the ${field}`).join(' and ');
}

const placeChange = z.object({ place: z.object({ to: z.object({ name: z.string() }).nullable() }) });

/** What somebody did about the place of a ticket; what follows from new words is no act of its own. */
function newPlace(changes: TicketEvent['changes']): string | undefined {
  if (!('placeByHand' in changes) && !('place' in changes)) return undefined;
  const change = placeChange.safeParse(changes);
  if (!change.success) return 'confirmed the place of';
  const { to } = change.data.place;
  return to === null
    ? 'took away the place of'
    : `named ${shorten({ text: to.name, max: 200 })} as the place of`;
}

const categoryChange = z.object({ category: z.object({ to: z.enum(categories) }) });

function newCategory(changes: TicketEvent['changes']): string | undefined {
  const change = categoryChange.safeParse(changes);
  return change.success ? categoryNames[change.data.category.to] : undefined;
}

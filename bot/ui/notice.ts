import { categories, type Ticket, type TicketEvent } from '@campus-desk/contract';
import type { KnownBlock, RichTextElement } from '@slack/types';
import { z } from 'zod';
import { literal, paragraph, quotation, sentence } from './elements.ts';
import { formatName } from './format-name.ts';
import type { Mention } from './mention.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

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
  texts: Texts;
};

/** The one line by which the other side of a ticket learns what somebody did. */
export function notice({ event, ticket, to, why, texts }: NoticeInput): Notice {
  const name = formatName({ person: event.actor, texts });
  const words = [deedOf({ event, texts, name }), ...asides({ event, texts }), why]
    .filter(part => part !== undefined)
    .join(' ');
  const note = event.type === 'ticket.closed' ? ticket.closingNote : null;
  if (note === null) return addressed({ words, to, texts });
  const { closingNote } = texts.facts.label;
  const { text } = addressed({ words, to, texts });
  return {
    text: `${text} ${closingNote} ${fallbackPart({ text: note, max: maxNoteLength })}`,
    blocks: [
      ...addressed({ words: `${words} ${closingNote}`, to, texts }).blocks,
      quotation(shorten({ text: note, max: maxNoteLength })),
    ],
  };
}

type AddressedInput = { words: string; to: Mention | undefined; texts: Texts };

/** A line of ours, for one person where Slack is to tell them. */
export function addressed({ words, to, texts }: AddressedInput): Notice {
  if (to === undefined) return { text: escapeText(words), blocks: [paragraph([literal(words)])] };
  const { says } = texts.notices;
  const elements: RichTextElement[] = sentence({
    message: pieces => says({ ...pieces, words }),
    pieces: { who: to.element },
  });
  return { text: says({ who: to.token, words: escapeText(words) }), blocks: [paragraph(elements)] };
}

type AssignmentNoticeInput = { ticket: Ticket; to: Mention; texts: Texts };

/** The line under the helpdesk's card by which Slack follows the thread for whoever works on the ticket. */
export function assignmentNotice({ ticket: { number }, to, texts }: AssignmentNoticeInput): Notice {
  return addressed({ words: texts.notices.assigned({ number }), to, texts });
}

type FollowUpNoticeInput = {
  ticket: Ticket;
  earlier: number;
  /** Where the ticket's card stands, when Slack said so. */
  permalink: string | undefined;
  texts: Texts;
};

/** The line under an earlier ticket once somebody filed a follow-up of it. */
export function followUpNotice(input: FollowUpNoticeInput): Notice {
  const { ticket, earlier, permalink, texts } = input;
  const { number } = ticket;
  const { followUp, followUpLink, followUpOf } = texts.notices;
  const link = linkTo({ text: followUpLink({ number }), permalink });
  const message = (pieces: { link: string }) => followUpOf({ ...pieces, earlier });
  return {
    text: followUp({ number, earlier }),
    blocks: [paragraph(sentence({ message, pieces: { link } }))],
  };
}

/** The line in a thread whose card was posted anew elsewhere, with a link where its readers can follow one. */
export function movedNotice(input: Omit<FollowUpNoticeInput, 'earlier'>): Notice {
  const { ticket, permalink, texts } = input;
  const { goesOn, newThread } = texts.notices;
  const { number } = ticket;
  const link = linkTo({ text: newThread, permalink });
  const message = (pieces: { link: string }) => goesOn({ ...pieces, number });
  return {
    text: goesOn({ number, link: newThread }),
    blocks: [paragraph(sentence({ message, pieces: { link } }))],
  };
}

function linkTo({ text, permalink }: { text: string; permalink: string | undefined }): RichTextElement {
  return permalink === undefined ? literal(text) : { type: 'link', url: permalink, text };
}

type DeedInput = { event: TicketEvent; texts: Texts; name: string };

function deedOf({ event, texts, name }: DeedInput): string {
  const { type, changes, ticketNumber: number } = event;
  const { notices } = texts;
  if (type === 'ticket.filed') return notices.filed({ name, number });
  if (type === 'ticket.started') return notices.started({ name, number });
  if (type === 'ticket.closed') return closingOf({ event, texts, name });
  if (type === 'ticket.solved') return answerOf({ event, texts, name });
  const fields = editedFields(changes);
  if (fields !== undefined) return notices.edited[fields]({ name, number });
  const place = placeOf({ event, texts, name });
  if (place !== undefined) return place;
  const category = newCategory({ event, texts });
  return category === undefined
    ? notices.category.confirmed({ name, number })
    : notices.category.changed({ name, number, category });
}

const closedWithChange = z.object({ closedWith: z.object({ to: z.int() }) });

/** A duplicate is closed with its original. */
function closingOf({ event: { changes, ticketNumber: number }, texts, name }: DeedInput): string {
  const original = closedWithChange.safeParse(changes).data?.closedWith.to;
  return original === undefined
    ? texts.notices.closed({ name, number })
    : texts.notices.closedWith({ name, number, original });
}

const solvedChange = z.object({ solved: z.object({ to: z.boolean() }) });

function answerOf({ event: { changes, ticketNumber: number }, texts, name }: DeedInput): string {
  const answer = solvedChange.safeParse(changes).data?.solved.to;
  if (answer === undefined) return texts.notices.solvedTakenBack({ name, number });
  return answer ? texts.notices.solved({ name, number }) : texts.notices.notSolved({ name, number });
}

/** What the same act changed besides, such as the category that followed from a new description. */
function asides({ event, texts }: Omit<DeedInput, 'name'>): string[] {
  const { type, changes } = event;
  if (type === 'ticket.filed') return [];
  const isMove = type === 'ticket.started' || type === 'ticket.closed';
  const { aside } = texts.notices;
  const fields = editedFields(changes);
  const category = newCategory({ event, texts });
  return [
    ...(isMove && fields !== undefined ? [aside[fields]] : []),
    ...(category !== undefined && (isMove || fields !== undefined) ? [aside.category({ category })] : []),
    ...(becameUrgent(changes) ? [aside.urgent] : []),
  ];
}

const urgentChange = z.object({ urgent: z.object({ to: z.literal(true) }) });

function becameUrgent(changes: TicketEvent['changes']): boolean {
  return urgentChange.safeParse(changes).success;
}

function editedFields(changes: TicketEvent['changes']): 'description' | 'location' | 'both' | undefined {
  if ('description' in changes) return 'location' in changes ? 'both' : 'description';
  return 'location' in changes ? 'location' : undefined;
}

const placeChange = z.object({ place: z.object({ to: z.object({ name: z.string() }).nullable() }) });

/** What somebody did about the place of a ticket; what follows from new words is no act of its own. */
function placeOf({ event: { changes, ticketNumber: number }, texts, name }: DeedInput): string | undefined {
  if (!('placeByHand' in changes) && !('place' in changes)) return undefined;
  const { place } = texts.notices;
  const change = placeChange.safeParse(changes);
  if (!change.success) return place.confirmed({ name, number });
  const { to } = change.data.place;
  return to === null
    ? place.removed({ name, number })
    : place.named({ name, number, place: shorten({ text: to.name, max: 200 }) });
}

const categoryChange = z.object({ category: z.object({ to: z.enum(categories) }) });

function newCategory({ event: { changes }, texts }: Omit<DeedInput, 'name'>): string | undefined {
  const change = categoryChange.safeParse(changes);
  const { category: names } = texts.common;
  return change.success ? names[change.data.category.to] : undefined;
}

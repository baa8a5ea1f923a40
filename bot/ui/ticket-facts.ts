import { isSomebody, statusNames, type Ticket } from '@campus-desk/contract';
import type { HeaderBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { bold, literal, moment, paragraph, plain, quotation, remark } from './elements.ts';
import { formatMove } from './format-move.ts';
import { fallbackPart, shorten } from './text.ts';
import { type Texts, textsIn } from './texts/texts.ts';

/** Longest description and note on a card, in escaped characters: together they stay below Slack's 8,000. */
const maxShownLength = { description: 4500, note: 1500, reason: 1000 };

/** Duplicates that a card names; of more it says how many. */
const maxNamed = 20;

type TicketTexts = { ticket: Ticket; texts: Texts };

/** The category in words, with the second likeliest while the categoriser is unsure and somebody can still say it. */
export function categoryOf({ ticket, texts }: TicketTexts): string {
  const { category: names, unsure, unsureOr } = texts.common;
  const category = names[ticket.category];
  if (!ticket.categoryUnsure || ticket.status === 'closed' || ticket.duplicateOf !== null) return category;
  return ticket.categorySecond === null
    ? unsure({ category })
    : unsureOr({ category, other: names[ticket.categorySecond] });
}

/** "Urgent", where a ticket is; a closed one is over. */
export function formatUrgency({ urgent, status }: Pick<Ticket, 'urgent' | 'status'>): string | undefined {
  return urgent && status !== 'closed' ? 'Urgent' : undefined;
}

/** `Ticket #12 · Open`, or `Ticket #12 · Urgent · Open`. */
export function ticketHeader(ticket: Ticket): HeaderBlock {
  const parts = [`Ticket #${ticket.number}`, formatUrgency(ticket), statusNames[ticket.status]];
  return { type: 'header', text: plain(parts.filter(part => part !== undefined).join(' · ')) };
}

/** Everything a ticket says, literally: the facts, the description and the closing note. */
export function ticketFacts(ticket: Ticket): KnownBlock[] {
  return [
    facts(ticket),
    quotation(shorten({ text: ticket.description, max: maxShownLength.description })),
    ...closingNote(ticket),
  ];
}

/** The words that decided the category, small; nothing when a person has chosen, or once the ticket is closed. */
export function categoryReason({ categoryBecause, status }: Ticket): KnownBlock[] {
  if (categoryBecause.length === 0 || status === 'closed') return [];
  return [
    remark(`Why this category: ${categoryBecause.map(word => shorten({ text: word, max: 60 })).join(', ')}`),
  ];
}

/** The essential facts in one line, escaped, because screen readers read the fallback instead of the blocks. */
export function factsInOneLine(ticket: Ticket): string {
  const where = [ticket.location, placeBesides(ticket)].flatMap(text => text ?? []);
  const location = where.map(text => `, ${fallbackPart({ text, max: 250 })}`).join('');
  const reporter = fallbackPart({ text: ticket.reporter.name, max: 100 });
  const description = fallbackPart({ text: ticket.description, max: 1500 });
  const note =
    ticket.closingNote === null
      ? ''
      : ` What was done: ${fallbackPart({ text: ticket.closingNote, max: 500 })}`;
  // That helpdesk is to do something is what a card is for.
  const turn =
    ticket.move === 'reporter' || ticket.waiting !== null
      ? ` (${fallbackPart({ text: formatMove(ticket) ?? '', max: 250 })})`
      : '';
  const { duplicateOf } = ticket;
  const duplicate = duplicateOf === null ? '' : `, duplicate of ticket #${duplicateOf}`;
  const people = formatPeople({ ticket, texts: textsIn('en') });
  const others = people === undefined ? '' : `, ${people}`;
  const urgency = formatUrgency(ticket);
  return `${urgency === undefined ? '' : `${urgency}, `}${statusNames[ticket.status]}${duplicate}${others}, ${categoryOf({ ticket, texts: textsIn('en') })}${location}, reported by ${reporter}: ${description}${turn}${note}`;
}

/** The place of a ticket, where its location does not say it already. */
export function placeBesides({ location, place }: Ticket): string | undefined {
  if (place === null) return undefined;
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .join(' ')} `;
  return words(location ?? '').includes(words(place.name)) ? undefined : place.name;
}

function facts(ticket: Ticket): RichTextBlock {
  const rows: RichTextElement[][] = [
    [bold('Category: '), literal(categoryOf({ ticket, texts: textsIn('en') }))],
  ];
  if (ticket.location !== null) rows.push([bold('Where: '), literal(ticket.location)]);
  const place = placeBesides(ticket);
  if (place !== undefined) rows.push([bold('Place: '), literal(shorten({ text: place, max: 200 }))]);
  rows.push([bold('Reported by: '), literal(`${reporterOf(ticket)}, `), moment(ticket.openedAt)]);
  if (ticket.startedAt !== null) rows.push([bold('Started: '), moment(ticket.startedAt)]);
  if (ticket.assignee !== null)
    rows.push([bold('Assigned to: '), literal(shorten({ text: ticket.assignee.name, max: 200 }))]);
  if (ticket.closedAt !== null) rows.push([bold('Closed: '), moment(ticket.closedAt), ...closer(ticket)]);
  if (ticket.solved !== null) rows.push([bold('Solved: '), literal(ticket.solved ? 'Yes' : 'Not really')]);
  if (ticket.followUpOf !== null)
    rows.push([bold('Follow-up of: '), literal(`ticket #${ticket.followUpOf}`)]);
  if (ticket.duplicateOf !== null)
    rows.push([bold('Duplicate of: '), literal(`ticket #${ticket.duplicateOf}`)]);
  rows.push(...others(ticket), ...turn(ticket));
  if (ticket.source !== null) rows.push([bold('From: '), sourceLink(ticket.source)]);
  return paragraph(rows.flatMap((row, index) => (index === 0 ? row : [literal('\n'), ...row])));
}

/** With a mark for who reads a name that others do not. */
function reporterOf({ reporter, nameHidden }: Ticket): string {
  const mark = nameHidden && !isSomebody(reporter) ? ' (name hidden from others)' : '';
  return `${shorten({ text: reporter.name, max: 200 })}${mark}`;
}

/** How many people have the problem, and the tickets about the same problem. */
function others(ticket: Ticket): RichTextElement[][] {
  const people = formatPeople({ ticket, texts: textsIn('en') });
  const { duplicates } = ticket;
  return [
    ...(people === undefined ? [] : [[bold(people), literal(' have this problem')]]),
    ...(duplicates.length === 0 ? [] : [[bold('Duplicates: '), literal(formatNumbers(duplicates))]]),
  ];
}

/** `#3, #4`; of many tickets the first ones, and how many more. */
export function formatNumbers(numbers: number[]): string {
  const named = numbers.slice(0, maxNamed).map(number => `#${number}`);
  const more = numbers.length > maxNamed ? ` and ${numbers.length - maxNamed} more` : '';
  return `${named.join(', ')}${more}`;
}

/** `3 people`, its reporter among them; undefined for one person. */
export function formatPeople({ ticket, texts }: TicketTexts): string | undefined {
  const { followers } = ticket;
  return followers === 0 ? undefined : texts.common.people({ count: followers + 1 });
}

/** Whose turn it is, or until when the ticket waits, and for what. */
function turn(ticket: Ticket): RichTextElement[][] {
  const { waiting } = ticket;
  if (waiting !== null) {
    const reason = shorten({ text: waiting.reason, max: maxShownLength.reason });
    return [[bold('Waiting until '), moment(waiting.until), literal(`: ${reason}`)]];
  }
  const move = formatMove(ticket);
  return move === undefined ? [] : [[bold(move)]];
}

/** Elsewhere the address stays visible, because a client of the API may have chosen it. */
function sourceLink({ permalink: url }: NonNullable<Ticket['source']>): RichTextElement {
  const { protocol, hostname, pathname } = new URL(url);
  const isInSlack =
    protocol === 'https:' && hostname.endsWith('.slack.com') && pathname.startsWith('/archives/');
  return { type: 'link', url, ...(isInSlack && { text: 'a message in Slack' }) };
}

function closer({ closedBy }: Ticket): RichTextElement[] {
  return closedBy === null ? [] : [literal(` by ${shorten({ text: closedBy.name, max: 200 })}`)];
}

function closingNote({ closingNote }: Ticket): KnownBlock[] {
  if (closingNote === null) return [];
  return [
    paragraph([bold('What was done:')]),
    quotation(shorten({ text: closingNote, max: maxShownLength.note })),
  ];
}

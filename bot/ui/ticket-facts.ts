import { isSomebody, type Ticket } from '@campus-desk/contract';
import type { HeaderBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { bold, literal, moment, paragraph, plain, quotation, remark, sentence } from './elements.ts';
import { formatMove } from './format-move.ts';
import { formatName } from './format-name.ts';
import { fallbackPart, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

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
export function formatUrgency({ ticket, texts }: TicketTexts): string | undefined {
  return ticket.urgent && ticket.status !== 'closed' ? texts.facts.urgent : undefined;
}

/** `Ticket #12 · Open`, or `Ticket #12 · Urgent · Open`. */
export function ticketHeader({ ticket, texts }: TicketTexts): HeaderBlock {
  const { common } = texts;
  const urgency = formatUrgency({ ticket, texts });
  const parts = [common.ticket({ number: ticket.number }), urgency, common.status[ticket.status]];
  return { type: 'header', text: plain(parts.filter(part => part !== undefined).join(' · ')) };
}

/** Everything a ticket says, literally: the description, the facts and the closing note. */
export function ticketFacts({ ticket, texts }: TicketTexts): KnownBlock[] {
  return [
    quotation(shorten({ text: ticket.description, max: maxShownLength.description })),
    facts({ ticket, texts }),
    ...closingNote({ ticket, texts }),
  ];
}

/** The words that decided the category, small; nothing when a person has chosen, or once the ticket is closed. */
export function categoryReason({ ticket, texts }: TicketTexts): KnownBlock[] {
  const { categoryBecause, status } = ticket;
  if (categoryBecause.length === 0 || status === 'closed') return [];
  const words = categoryBecause.map(word => shorten({ text: word, max: 60 })).join(', ');
  return [remark(texts.facts.why({ words }))];
}

/** The essential facts in one line, escaped, because screen readers read the fallback instead of the blocks. */
export function factsInOneLine({ ticket, texts }: TicketTexts): string {
  const { status, location, reporter, description, closingNote, duplicateOf } = ticket;
  const { common } = texts;
  const where = [location, placeBesides(ticket)].flatMap(text => text ?? []);
  const parts = [
    formatUrgency({ ticket, texts }),
    common.status[status],
    duplicateOf === null ? undefined : texts.facts.duplicateOf({ number: duplicateOf }),
    formatPeople({ ticket, texts }),
    categoryOf({ ticket, texts }),
    ...where.map(text => fallbackPart({ text, max: 250 })),
  ];
  const line = texts.facts.inOneLine({
    facts: parts.filter(part => part !== undefined).join(', '),
    name: fallbackPart({ text: formatName({ person: reporter, texts }), max: 100 }),
    description: fallbackPart({ text: description, max: 1500 }),
  });
  // That helpdesk is to do something is what a card is for.
  const turn =
    ticket.move === 'reporter' || ticket.waiting !== null
      ? ` (${fallbackPart({ text: formatMove({ ticket, texts }) ?? '', max: 250 })})`
      : '';
  const note =
    closingNote === null
      ? ''
      : ` ${texts.facts.label.closingNote} ${fallbackPart({ text: closingNote, max: 500 })}`;
  return `${line}${turn}${note}`;
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

function facts({ ticket, texts }: TicketTexts): RichTextBlock {
  const { label } = texts.facts;
  const row = (name: string, ...value: RichTextElement[]) => [bold(`${name} `), ...value];
  const rows = [row(label.category, literal(categoryOf({ ticket, texts })))];
  if (ticket.location !== null) rows.push(row(label.where, literal(ticket.location)));
  const place = placeBesides(ticket);
  if (place !== undefined) rows.push(row(label.place, literal(shorten({ text: place, max: 200 }))));
  const reporter = literal(`${reporterOf({ ticket, texts })}, `);
  rows.push(row(label.reportedBy, reporter, moment(ticket.openedAt)));
  if (ticket.startedAt !== null) rows.push(row(label.started, moment(ticket.startedAt)));
  if (ticket.assignee !== null)
    rows.push(row(label.assignedTo, literal(formatName({ person: ticket.assignee, texts }))));
  if (ticket.closedAt !== null)
    rows.push(row(label.closed, ...closing({ ticket, texts, at: moment(ticket.closedAt) })));
  rows.push(...answer({ ticket, texts }), ...related({ ticket, texts }), ...turn({ ticket, texts }));
  if (ticket.source !== null) rows.push(row(label.source, sourceLink({ source: ticket.source, texts })));
  return paragraph(rows.flatMap((row, index) => (index === 0 ? row : [literal('\n'), ...row])));
}

/** With a mark for who reads a name that others do not. */
function reporterOf({ ticket: { reporter, nameHidden }, texts }: TicketTexts): string {
  const name = formatName({ person: reporter, texts });
  return nameHidden && !isSomebody(reporter) ? texts.facts.nameHidden({ name }) : name;
}

/** What the reporter says of the end. */
function answer({ ticket: { solved }, texts }: TicketTexts): RichTextElement[][] {
  const { label, solved: words } = texts.facts;
  return solved === null ? [] : [[bold(`${label.solved} `), literal(solved ? words.yes : words.notReally)]];
}

/** The tickets about the same problem, earlier or at the same time, and how many people have it. */
function related({ ticket, texts }: TicketTexts): RichTextElement[][] {
  const { followUpOf, duplicateOf, duplicates } = ticket;
  const { label, people: peopleHaveIt } = texts.facts;
  const one = (number: number) => literal(texts.common.ticket({ number }));
  const people = formatPeople({ ticket, texts });
  return [
    ...(followUpOf === null ? [] : [[bold(`${label.followUpOf} `), one(followUpOf)]]),
    ...(duplicateOf === null ? [] : [[bold(`${label.duplicateOf} `), one(duplicateOf)]]),
    ...(people === undefined ? [] : [sentence({ message: peopleHaveIt, pieces: { people: bold(people) } })]),
    ...(duplicates.length === 0
      ? []
      : [[bold(`${label.duplicates} `), literal(formatNumbers({ numbers: duplicates, texts }))]]),
  ];
}

/** `#3, #4`; of many tickets the first ones, and how many more. */
export function formatNumbers({ numbers, texts }: { numbers: number[]; texts: Texts }): string {
  const named = numbers
    .slice(0, maxNamed)
    .map(number => `#${number}`)
    .join(', ');
  if (numbers.length <= maxNamed) return named;
  return texts.facts.numbersAndMore({ numbers: named, count: numbers.length - maxNamed });
}

/** `3 people`, its reporter among them; undefined for one person. */
export function formatPeople({ ticket, texts }: TicketTexts): string | undefined {
  const { followers } = ticket;
  return followers === 0 ? undefined : texts.common.people({ count: followers + 1 });
}

/** Whose turn it is, or until when the ticket waits, and for what. */
function turn({ ticket, texts }: TicketTexts): RichTextElement[][] {
  const { waiting } = ticket;
  if (waiting !== null) {
    const reason = shorten({ text: waiting.reason, max: maxShownLength.reason });
    return [[bold(`${texts.facts.waitingUntil} `), moment(waiting.until), literal(` – ${reason}`)]];
  }
  const move = formatMove({ ticket, texts });
  return move === undefined ? [] : [[bold(move)]];
}

type SourceLinkInput = { source: NonNullable<Ticket['source']>; texts: Texts };

/** Elsewhere the address stays visible, because a client of the API may have chosen it. */
function sourceLink({ source: { permalink: url }, texts }: SourceLinkInput): RichTextElement {
  const { protocol, hostname, pathname } = new URL(url);
  const isInSlack =
    protocol === 'https:' && hostname.endsWith('.slack.com') && pathname.startsWith('/archives/');
  return { type: 'link', url, ...(isInSlack && { text: texts.facts.messageInSlack }) };
}

/** When it was closed, and by whom, where that is known. */
function closing({ ticket, texts, at }: TicketTexts & { at: RichTextElement }): RichTextElement[] {
  if (ticket.closedBy === null) return [at];
  const name = formatName({ person: ticket.closedBy, texts });
  return sentence({ message: pieces => texts.facts.closedBy({ ...pieces, name }), pieces: { at } });
}

function closingNote({ ticket: { closingNote }, texts }: TicketTexts): KnownBlock[] {
  if (closingNote === null) return [];
  return [
    paragraph([bold(texts.facts.label.closingNote)]),
    quotation(shorten({ text: closingNote, max: maxShownLength.note })),
  ];
}

import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import {
  categories,
  categoryNames,
  categorySources,
  type Ticket,
  type TicketEvent,
} from '../../api/contract/index.ts';
import { literal, paragraph, quotation } from './elements.ts';
import { escapeText, fallbackPart, shorten } from './text.ts';

type Notice = { text: string; blocks: KnownBlock[] };

/** Longest closing note in a notice, in escaped characters; the card has it too. */
const longestNote = 1500;

/** The one line that tells the other side of a ticket what somebody did. */
export function notice({ event, ticket }: { event: TicketEvent; ticket: Ticket }): Notice {
  const name = shorten({ text: event.actor.name, max: 200 });
  const sentence = `${name} ${deedOf(event)}${aside(event)}`;
  const note = event.type === 'ticket.closed' ? ticket.closingNote : null;
  if (note === null) return { text: escapeText(sentence), blocks: [paragraph([literal(sentence)])] };
  return {
    text: `${escapeText(sentence)} What was done: ${fallbackPart({ text: note, max: longestNote })}`,
    blocks: [
      paragraph([literal(`${sentence} What was done:`)]),
      quotation(shorten({ text: note, max: longestNote })),
    ],
  };
}

/** The line under an earlier ticket once somebody filed a follow-up of it. */
export function followUpNotice({
  ticket,
  earlier,
  permalink,
}: {
  ticket: Ticket;
  earlier: number;
  /** Where the follow-up's card stands, when Slack said so. */
  permalink: string | undefined;
}): Notice {
  const link = `ticket #${ticket.number}`;
  const element =
    permalink === undefined ? literal(link) : { type: 'link' as const, url: permalink, text: link };
  return {
    text: `Ticket #${ticket.number} follows up on ticket #${earlier}.`,
    blocks: [paragraph([literal(`Follow-up of ticket #${earlier}: `), element])],
  };
}

function deedOf({ type, changes, ticketNumber }: TicketEvent): string {
  const ticket = `ticket #${ticketNumber}`;
  if (type === 'ticket.started') return `started work on ${ticket}.`;
  if (type === 'ticket.closed') return `closed ${ticket}.`;
  const category = newCategory(changes);
  if (type === 'ticket.recategorised' && category !== undefined)
    return `changed the category of ${ticket} to ${category}.`;
  return `edited ${editedFields(changes)} of ${ticket}.`;
}

/** What else the same act changed: the fields beside the weightiest, and the category that followed from a text. */
function aside({ type, changes }: TicketEvent): string {
  const category = type === 'ticket.recategorised' ? undefined : newCategory(changes);
  const edited = type !== 'ticket.edited' && ('description' in changes || 'location' in changes);
  return [
    edited ? ` Edited as well: ${editedFields(changes)}.` : '',
    category === undefined ? '' : ` The category is now ${category}.`,
  ].join('');
}

function editedFields(changes: TicketEvent['changes']): string {
  const fields = ['description', 'location'].filter(field => field in changes).map(field => `the ${field}`);
  return fields.join(' and ') || 'the details';
}

const categoryChange = z.object({ category: z.object({ to: z.enum(categories) }) });
const sourceChange = z.object({ categorySource: z.object({ to: z.enum(categorySources) }) });

function newCategory(changes: TicketEvent['changes']): string | undefined {
  const change = categoryChange.safeParse(changes);
  if (!change.success) return undefined;
  const source = sourceChange.safeParse(changes);
  const how = source.success && source.data.categorySource.to === 'auto' ? ' (chosen automatically)' : '';
  return `${categoryNames[change.data.category.to]}${how}`;
}

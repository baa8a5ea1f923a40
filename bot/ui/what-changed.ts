import { isSomebody, type TicketEvent } from '@campus-desk/contract';
import type { Texts } from './texts/texts.ts';

type WhatChangedInput = {
  texts: Texts;
  events: TicketEvent[];
  versions: number;
  /** Who changed it last, when the events do not say. */
  by: string | undefined;
};

/**
 * Who changed what of a ticket since somebody began to edit it, as a warning. `versions` is how many changes were made
 * since then; each change of the ticket is one event.
 */
export function whatChanged({ texts, events, versions, by }: WhatChangedInput): string {
  const { changed, somebody, ticket, fields: names } = texts.ticket.edit;
  const isNamed = (field: string): field is keyof typeof names => Object.hasOwn(names, field);
  const since = events.filter(({ type }) => type.startsWith('ticket.')).slice(-versions);
  const named = new Set(since.map(({ actor }) => (isSomebody(actor) ? somebody : actor.name)));
  const people = [...named].join(', ') || by || somebody;
  const changes = new Set(since.flatMap(event => Object.keys(event.changes)));
  const fields = [...changes].filter(isNamed).map(field => names[field]);
  const what = fields.length === 0 ? ticket : fields.join(', ');
  return changed({ people, what });
}

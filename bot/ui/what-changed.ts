import type { TicketEvent } from '@campus-desk/contract';

const fieldNames: Record<string, string> = {
  description: 'the description',
  location: 'the location',
  place: 'the place',
  category: 'the category',
  urgent: 'whether it is urgent',
  nameHidden: 'whether the name is hidden',
  status: 'the status',
};

type WhatChangedInput = {
  events: TicketEvent[];
  versions: number;
  /** Who changed it last, when the events do not say. */
  by: string | undefined;
};

/**
 * Who changed what of a ticket since somebody began to edit it, as a warning. `versions` is how many changes were made
 * since then; each change of the ticket is one event.
 */
export function whatChanged({ events, versions, by }: WhatChangedInput): string {
  const since = events.filter(({ type }) => type.startsWith('ticket.')).slice(-versions);
  const people = [...new Set(since.map(({ actor }) => actor.name))].join(', ') || by || 'Somebody';
  const fields = [...new Set(since.flatMap(({ changes }) => Object.keys(changes)))].flatMap(
    field => fieldNames[field] ?? [],
  );
  const what = fields.length === 0 ? 'this ticket' : fields.join(', ');
  return `${people} changed ${what} in the meantime. Your text is kept below: compare it with the ticket as it is now, then save again.`;
}

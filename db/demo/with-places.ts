import { z } from 'zod';
import type { DemoRows } from './number-stories.ts';

/** The place that a ticket names, by its name in the campus file. */
export type PlaceOf = (ticket: { description: string; location: string | null }) => string | null;

type WithPlacesInput = { rows: DemoRows; placeOf: PlaceOf };

/** The rows with the places that tickets name, after every edit; their histories tell it. */
export function withPlaces({ rows, placeOf }: WithPlacesInput): DemoRows {
  const states = new Map<number, State>();
  const events = rows.events.map(event => {
    const { description, location } = wordsSchema.parse(event.changes);
    if (description === undefined && location === undefined) return event;
    const before = states.get(event.ticketNumber) ?? { description: '', location: null, place: null };
    const words = {
      description: description?.to ?? before.description,
      location: location === undefined ? before.location : location.to,
    };
    const place = placeOf(words);
    states.set(event.ticketNumber, { ...words, place });
    if (place === before.place) return event;
    const changed = { from: asAnswered(before.place), to: asAnswered(place) };
    return { ...event, changes: { ...event.changes, place: changed } };
  });
  const placed = rows.tickets.map(ticket => ({
    ...ticket,
    place: states.get(ticket.number)?.place ?? null,
  }));
  return { ...rows, tickets: placed, events };
}

type State = { description: string; location: string | null; place: string | null };

const wordsSchema = z.object({
  description: z.object({ to: z.string() }).optional(),
  location: z.object({ to: z.string().nullable() }).optional(),
});

function asAnswered(name: string | null): { name: string } | null {
  return name === null ? null : { name };
}

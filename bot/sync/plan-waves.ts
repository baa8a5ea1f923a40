import type { TicketEvent, WaveRef } from '@campus-desk/contract';

type WavesToShowInput = {
  event: TicketEvent;
  /** All that are delivered together, of one ticket. */
  events: readonly TicketEvent[];
  /** Those that the ticket is part of. */
  waves: readonly WaveRef[];
};

/**
 * The waves whose message an event changes. Each is told of by its own event; what else happens to a ticket is one
 * redraw, however many events that are.
 */
export function wavesToShow({ event, events, waves }: WavesToShowInput): readonly WaveRef[] {
  if (event.type === 'wave.found') return waves.filter(({ id }) => event.changes.wave?.to === id);
  const isLast = events.filter(changesMessages).at(-1) === event;
  return isLast ? waves : [];
}

/** What a message shows of a ticket: its words, whether it is closed, and its duplicates. */
function changesMessages({ type }: TicketEvent): boolean {
  return type === 'wave.grown' || (type.startsWith('ticket.') && type !== 'ticket.filed');
}

import type { TicketEvent } from '@campus-desk/contract';
import type { MayBeShown } from './context.ts';

export type SeenEvents = ReturnType<typeof createSeenEvents>;

/** Remembers, for as long as the lease is held, which events somebody may have begun to show. */
export function createSeenEvents() {
  const tried = new Set<number>();
  /** Newest event that was waiting when the lease was taken; unknown until the outbox was read to its end. */
  let inheritedUpTo: number | undefined;

  const mayBeShown: MayBeShown = id => {
    if (tried.has(id)) return 'by us';
    return inheritedUpTo === undefined || id <= inheritedUpTo ? 'by another' : 'no';
  };
  return {
    mayBeShown,
    /** Takes note of what one reading of the outbox answered. */
    read({ events, isWhole }: { events: TicketEvent[]; isWhole: boolean }): void {
      if (inheritedUpTo !== undefined || !isWhole) return;
      inheritedUpTo = Math.max(0, ...events.map(({ id }) => id));
    },
    tries: (events: TicketEvent[]) => {
      for (const { id } of events) tried.add(id);
    },
    forget: (events: TicketEvent[]) => {
      for (const { id } of events) tried.delete(id);
    },
  };
}

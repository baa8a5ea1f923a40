import type { TicketEvent } from '@campus-desk/contract';
import type { MayBeShown } from './context.ts';

export type SeenEvents = ReturnType<typeof createSeenEvents>;

/** Remembers, for as long as the lease is held, which events somebody may have begun to show. */
export function createSeenEvents() {
  const tried = new Set<number>();
  /** Newest event that was waiting when the lease was taken; unknown until the outbox was read to its end. */
  let inheritedUpTo: number | undefined;
  let newest = 0;

  const mayBeShown: MayBeShown = id => {
    if (tried.has(id)) return 'by us';
    return inheritedUpTo === undefined || id <= inheritedUpTo ? 'by another' : 'no';
  };
  return {
    mayBeShown,
    /** Takes note of what one reading of the outbox answered; `isWhole` when that was all there is. */
    read({ events, isWhole }: { events: TicketEvent[]; isWhole: boolean }): void {
      if (inheritedUpTo !== undefined) return;
      newest = Math.max(newest, ...events.map(({ id }) => id));
      if (isWhole) inheritedUpTo = newest;
    },
    tries: (events: TicketEvent[]) => {
      for (const { id } of events) tried.add(id);
    },
    forget: (events: TicketEvent[]) => {
      for (const { id } of events) tried.delete(id);
    },
  };
}

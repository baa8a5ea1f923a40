import type { TicketEvent } from '@campus-desk/contract';
import { getTableColumns } from 'drizzle-orm';
import { events } from '../../db/index.ts';

const {
  shownAt: _shownAt,
  failure: _failure,
  refusedWhere: _refusedWhere,
  ...columns
} = getTableColumns(events);

/** The columns of an event; what became of it in Slack is not part of the history. */
export const eventColumns = columns;

type EventRow = Omit<typeof events.$inferSelect, 'shownAt' | 'failure' | 'refusedWhere'>;

/** The event as the API answers it. */
export function toEvent({ actorId, actorName, actorRole, at, ...row }: EventRow): TicketEvent {
  return {
    ...row,
    actor: { id: actorId, name: actorName, role: actorRole },
    at: at.toISOString(),
  };
}

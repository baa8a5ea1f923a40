import type { Changes } from '@campus-desk/contract';
import type { events, messages, tickets } from '../../../db/index.ts';

type TicketRow = typeof tickets.$inferInsert;
type EventRow = typeof events.$inferInsert;
type MessageRow = typeof messages.$inferInsert;

/** What a ticket must be, after everything that its events say. */
export type Replayed = Record<string, unknown>;

/** The ticket that its events make, oldest first; throws when one does not follow from those before. */
export function replay(events: EventRow[]): Replayed {
  const state: Record<string, unknown> = { categorySource: 'auto', answersOthers: false };
  const turn: Record<string, unknown> = { move: 'helpdesk' };
  let version = 0;
  let last = 0;
  const ticket: Replayed = { startedAt: null, closedAt: null };
  for (const { type, at, changes } of events) {
    if (at.getTime() < last) throw new Error(`${type} is earlier than the event before.`);
    last = at.getTime();
    ticket.modifiedAt = at;
    if (changes.move !== undefined) apply({ state: turn, changes: { move: changes.move } });
    if (!type.startsWith('ticket.')) continue;
    version += 1;
    if (type === 'ticket.filed') ticket.openedAt = at;
    if (type === 'ticket.started') ticket.startedAt = at;
    if (type === 'ticket.closed') ticket.closedAt = at;
    apply({ state, changes });
  }
  const move = state.status === 'closed' ? null : turn.move;
  return { ...ticket, ...fieldsOf(state), version, move };
}

/** The same of a ticket as it is stored. */
export function seen(ticket: TicketRow): Replayed {
  const { status, description, category, categorySource, openedAt, modifiedAt, version, awaitsReporter } =
    ticket;
  const assignee = ticket.assigneeId ? { id: ticket.assigneeId, name: ticket.assigneeName } : null;
  return {
    ...fieldsOf({ ...ticket, status, description, category, categorySource, assignee }),
    openedAt,
    startedAt: ticket.startedAt ?? null,
    closedAt: ticket.closedAt ?? null,
    modifiedAt,
    version,
    move: status === 'closed' ? null : awaitsReporter ? 'reporter' : 'helpdesk',
  };
}

/** The body of a message, after everything that its events say. */
export function replayBody({ message, events }: { message: MessageRow; events: EventRow[] }): unknown {
  const state: Record<string, unknown> = {};
  for (const { messageId, changes } of events) {
    const { move: _move, ...own } = changes;
    if (messageId === message.id) apply({ state, changes: own });
  }
  return state.body ?? '';
}

function apply({ state, changes }: { state: Record<string, unknown>; changes: Changes }): void {
  for (const [field, { from, to }] of Object.entries(changes)) {
    if (JSON.stringify(from) !== JSON.stringify(state[field] ?? null))
      throw new Error(`${field} was ${JSON.stringify(state[field])}, not ${JSON.stringify(from)}.`);
    state[field] = to;
  }
}

function fieldsOf(state: Record<string, unknown>): Replayed {
  const fields = [
    'status',
    'description',
    'location',
    'category',
    'categorySource',
    'assignee',
    'closingNote',
    'followUpOf',
  ];
  return Object.fromEntries(fields.map(field => [field, state[field] ?? null]));
}

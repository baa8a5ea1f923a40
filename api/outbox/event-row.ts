import { type Changes, personSchema, somebody, type TicketEvent, unlessHidden } from '@campus-desk/contract';
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

type ToEventInput = {
  row: EventRow;
  /** The id of whom the reader is not to know. */
  hidden: string | undefined;
  /** Fields whose changes the reader is not to know. */
  without?: string[];
};

/** The event as the API answers it. */
export function toEvent({ row: stored, hidden, without = [] }: ToEventInput): TicketEvent {
  const shown = Object.entries(stored.changes).filter(([field]) => !without.includes(field));
  const row = { ...stored, changes: Object.fromEntries(shown) };
  const { actorId, actorName, actorRole, at, ...rest } = row;
  const actor = { id: actorId, name: actorName, role: actorRole };
  return {
    ...rest,
    actor: unlessHidden({ person: actor, hidden }),
    at: at.toISOString(),
    changes: hidden === undefined ? row.changes : changesWithout({ row, hidden }),
  };
}

/** The fields of a change that say who somebody is. */
const people = ['reporter', 'assignee', 'follower', 'name'];

/** The changes, with somebody in the place of the hidden person, and without the links of files, which have their id. */
function changesWithout({ row, hidden }: { row: EventRow; hidden: string }): Changes {
  const isTheirName = row.type === 'person.named' && row.actorId === hidden;
  const shown = (value: unknown) => {
    if (value === hidden) return somebody.id;
    if (isTheirName) return somebody.name;
    const { data: person } = personSchema.safeParse(value);
    return person === undefined ? value : unlessHidden({ person, hidden });
  };
  return Object.fromEntries(
    Object.entries(row.changes)
      .filter(([field]) => field !== 'files')
      .map(([field, { from, to }]) => [
        field,
        people.includes(field) ? { from: shown(from), to: shown(to) } : { from, to },
      ]),
  );
}

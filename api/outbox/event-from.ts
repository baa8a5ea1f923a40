import type { Actor, Changes, EventType } from '@campus-desk/contract';
import type { SQL } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import { insertFrom } from '../insert-from.ts';

type EventFromInput = {
  /** The part of the statement that made the change, as a relation, and its columns for the event. */
  from: SQL;
  number: SQL;
  at: SQL;
  messageId?: SQL;
  type: EventType;
  actor: Actor;
  changes: Changes;
};

/** The event of a change as a part of the statement that makes the change: there is none without the other. */
export function eventFrom(input: EventFromInput): SQL {
  const { from, number, at, messageId, type, actor, changes } = input;
  return insertFrom({
    table: events,
    from,
    values: {
      ticketNumber: number,
      type,
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      at,
      changes,
      ...(messageId && { messageId }),
    },
  });
}

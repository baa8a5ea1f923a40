import type { Actor, Changes, EventType } from '@campus-desk/contract';
import { type SQL, sql } from 'drizzle-orm';
import { events } from '../../db/index.ts';
import { placeholders } from '../build-once.ts';
import { insertFrom } from '../insert-from.ts';

type EventFromInput = {
  /** The part of the statement that made the change, as a relation, and its columns for the event. */
  from: SQL;
  number: SQL;
  at: SQL;
  messageId?: SQL;
  /** Changes that the statement itself finds. */
  found?: SQL;
};

const given = ['type', 'actorId', 'actorName', 'actorRole', 'changes'] as const;

/**
 * The event of a change as a part of the statement that makes the change: there is none without the other. The statement is
 * executed with `eventValues`.
 */
export function eventFrom({ from, number, at, messageId, found }: EventFromInput): SQL {
  const values = {
    ticketNumber: number,
    at,
    ...placeholders(given),
    ...(messageId && { messageId }),
    ...(found && { changes: sql`${changesGiven('changes')} || ${found}` }),
  };
  return insertFrom({ table: events, from, values });
}

/** Changes that are given when the statement is executed, under this name. */
export function changesGiven(name: string): SQL {
  return sql`${sql.param(sql.placeholder(name), events.changes)}::jsonb`;
}

type EventValuesInput = { type: EventType; actor: Actor; changes: Changes };

/** What an event says, for the placeholders of its statement. */
export function eventValues({ type, actor, changes }: EventValuesInput) {
  return { type, actorId: actor.id, actorName: actor.name, actorRole: actor.role, changes };
}

import { type Actor, AppError, type Reason, type Role, waveEventTypes } from '@campus-desk/contract';
import { and, eq, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import { type Database, events, messages } from '../../db/index.ts';
import { mayAnswerAll, maySeeNotes } from '../tickets/policy.ts';
import { type MessageRow, noMessage } from './message-row.ts';

/** The condition that a role may see a message. */
export function isVisibleTo(role: Role): SQL | undefined {
  return maySeeNotes(role) ? undefined : eq(messages.internal, false);
}

type IsEventVisibleInput = { db: Database; role: Role; number: number };

/** The condition that a role may see an event of a ticket: of a wave, a note, or what became one, users are told nothing. */
export function isEventVisibleTo({ db, role, number }: IsEventVisibleInput): SQL | undefined {
  if (maySeeNotes(role)) return undefined;
  const notes = db
    .select({ id: messages.id })
    .from(messages)
    .where(sql`${messages.ticketNumber} = ${number} and ${messages.internal}`);
  const isNoNote = or(isNull(events.messageId), notInArray(events.messageId, notes));
  return and(notInArray(events.type, [...waveEventTypes]), isNoNote);
}

type SeeMessageInput = { message: Pick<MessageRow, 'internal'>; role: Role };

/** Throws `not_found` for a note that this role may not know of. */
export function checkVisible({ message, role }: SeeMessageInput): void {
  if (message.internal && !maySeeNotes(role)) throw noMessage();
}

type CheckNoteInput = { actor: Actor; author: Role; toAll?: boolean };

/** Throws `forbidden_for_role` when this actor may not make a note of what that role wrote, or everybody was told. */
export function checkNote({ actor, author, toAll = false }: CheckNoteInput): void {
  if (!maySeeNotes(actor.role))
    throw forbidden('Only helpdesk writes notes. Enter as helpdesk to do that.', 'note_by_helpdesk');
  if (!maySeeNotes(author)) throw forbidden('Only a message of helpdesk can become a note.', 'note_of_user');
  if (toAll) throw forbidden('Everybody has been told this, so it cannot become a note.', 'note_of_all');
}

/** Throws `forbidden_for_role` when this actor may not write to everybody who is told of a ticket. */
export function checkToAll({ role }: Actor): void {
  if (!mayAnswerAll(role))
    throw forbidden(
      'Only helpdesk answers everybody at once. Enter as helpdesk to do that.',
      'answer_all_by_helpdesk',
    );
}

function forbidden(message: string, reason: Reason): AppError {
  return new AppError({ code: 'forbidden_for_role', message, details: { reason } });
}

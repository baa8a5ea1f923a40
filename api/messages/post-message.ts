import { isDeepStrictEqual } from 'node:util';
import { AppError, type Message } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { type Database, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isConflict } from '../database-errors.ts';
import { checkMaySee } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom, readerOf } from '../tickets/policy.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { editMessage } from './edit-message.ts';
import { insertMessage, type Posting, postedType } from './insert-message.ts';
import { cameFrom, type MessageRow, toMessage } from './message-row.ts';
import { checkNote, checkToAll, checkVisible } from './notes.ts';

type PostMessageInput = { context: Context } & Posting;

/**
 * The message, stored under the ticket; one under a closed ticket is `late`. The same origin, or the same
 * key, words and files, answer the message that is there, as a note if it is now said to be one. Throws `not_found`,
 * `forbidden_for_role` for a note, or an answer to all, by a user, or `idempotency_mismatch` when the origin belongs to another ticket or the
 * key to another message.
 */
export async function postMessage({ context, ...given }: PostMessageInput): Promise<Message> {
  const { number } = given;
  const { actor, internal, toAll } = given.posting;
  if (toAll) checkToAll(actor);
  if (internal) checkNote({ actor, author: actor.role });
  const posted = await context.writes.run(() =>
    context.turns(number, () => insertMessage({ context, ...given }).catch(unlessConflict)),
  );
  if (posted === undefined) {
    const before = await findBefore({ db: context.db, ...given });
    const ticket = await loadTicket({ db: context.db, number });
    if (before.actorId !== actor.id) checkMaySee({ context, ticket, role: actor.role });
    const hidden = hiddenFrom({ reader: readerOf(actor), ticket });
    if (!internal || before.internal) return toMessage({ row: before, hidden });
    return editMessage({ context, id: before.id, edit: { actor, internal } });
  }
  context.announce(postedType(given.posting));
  return toMessage({ row: posted, hidden: undefined });
}

function unlessConflict(error: unknown): undefined {
  if (!isConflict(error)) throw error;
}

/** Why nothing was stored: the message that is there, or what it throws. */
async function findBefore(input: FindPostedInput): Promise<MessageRow> {
  const before = await findPosted(input);
  if (before !== undefined) {
    checkVisible({ message: before, role: input.posting.actor.role });
    return before;
  }
  await loadTicket(input);
  throw input.posting.origin === undefined ? keyOfAnother() : belongsElsewhere();
}

type FindPostedInput = { db: Database } & Posting;

async function findPosted(input: FindPostedInput): Promise<MessageRow | undefined> {
  const { db, number, idempotencyKey } = input;
  const { origin, body, files } = input.posting;
  if (origin !== undefined) {
    const [row] = await db.select().from(messages).where(cameFrom(origin));
    if (row === undefined || row.ticketNumber === number) return row;
    throw belongsElsewhere();
  }
  if (idempotencyKey === undefined) return undefined;
  const [row] = await db.select().from(messages).where(eq(messages.idempotencyKey, idempotencyKey));
  // Later edits and deletions are not a different message.
  const untouched = row?.editedAt === null && row.deletedAt === null;
  const isSame = row?.body === body && isDeepStrictEqual(row.files, files);
  if (row === undefined || (row.ticketNumber === number && (!untouched || isSame))) return row;
  throw keyOfAnother();
}

function keyOfAnother(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'This was already sent, with a different text. Look at the ticket before you send it again.',
    details: { reason: 'sent_already' },
  });
}

function belongsElsewhere(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'That Slack message already belongs to another ticket.',
    details: { reason: 'message_elsewhere' },
  });
}

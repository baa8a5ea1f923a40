import { AppError, type Message, type PostMessage } from '@campus-desk/contract';
import { and, eq, getTableColumns, notExists, type SQL, sql } from 'drizzle-orm';
import { type Database, messages, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isConflict } from '../database-errors.ts';
import { insertFrom } from '../insert-from.ts';
import { eventFrom } from '../outbox/event-from.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { cameFrom, type MessageRow, toMessage } from './message-row.ts';

type Posting = { number: number; posting: PostMessage; idempotencyKey?: string | undefined };

type PostMessageInput = { context: Context } & Posting;

/**
 * The message, stored under the ticket; one under a closed ticket is `late`. The same origin, or the same
 * key and words, answer the message that is there. Throws `not_found`, or `idempotency_mismatch` when the origin
 * belongs to another ticket or the key to another message.
 */
export async function postMessage({ context, ...given }: PostMessageInput): Promise<Message> {
  const { number } = given;
  const posted = await context.writes.run(() =>
    context.turns(number, () => insertMessage({ context, ...given }).catch(unlessConflict)),
  );
  if (posted === undefined) return toMessage(await findBefore({ db: context.db, ...given }));
  context.announce('message.posted');
  return toMessage(posted);
}

function unlessConflict(error: unknown): undefined {
  if (!isConflict(error)) throw error;
}

/** Why nothing was stored: the message that is there, or what it throws. */
async function findBefore(input: FindPostedInput): Promise<MessageRow> {
  const before = await findPosted(input);
  if (before !== undefined) return before;
  await loadTicket(input);
  throw input.posting.origin === undefined ? keyOfAnother() : belongsElsewhere();
}

/**
 * The new message, with its event and the changed ticket, by one statement; undefined when there is no such ticket, or the
 * message is there. The ticket is changed first, so that it is locked: messages and closing have one order.
 */
async function insertMessage(input: PostMessageInput): Promise<MessageRow | undefined> {
  const { context, number, posting, idempotencyKey } = input;
  const { db, newId } = context;
  const { actor, body, files, origin } = posting;
  const touched = db
    .update(tickets)
    .set({ modifiedAt: messageMoment(context.clock()) })
    .where(and(eq(tickets.number, number), notExists(db.select().from(messages).where(sameAs(input)))))
    .returning({ number: tickets.number, status: tickets.status, modifiedAt: tickets.modifiedAt });
  const message = insertFrom({
    table: messages,
    from: sql`ticket`,
    values: {
      id: newId(),
      ticketNumber: sql`number`,
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      body,
      files,
      late: sql`status = 'closed'`,
      originChannel: origin?.channel ?? null,
      originTs: origin?.ts ?? null,
      idempotencyKey: idempotencyKey ?? null,
      createdAt: sql`modified_at`,
    },
  });
  const event = eventFrom({
    from: sql`message`,
    number: sql`ticket_number`,
    at: sql`created_at`,
    messageId: sql`id`,
    type: 'message.posted',
    actor,
    changes: {
      body: { from: null, to: body },
      ...(files.length > 0 && { files: { from: [], to: files } }),
    },
  });
  const stored = db.$with('message', getTableColumns(messages)).as(sql`${message} returning *`);
  const [row] = await db
    .with(db.$with('ticket').as(touched), stored, db.$with('event', {}).as(event))
    .select()
    .from(stored);
  return row;
}

/** The condition that a message is the one that is posted now, by its origin or its key. */
function sameAs({ posting: { origin }, idempotencyKey }: Posting): SQL | undefined {
  if (origin !== undefined) return cameFrom(origin);
  return idempotencyKey === undefined ? sql`false` : eq(messages.idempotencyKey, idempotencyKey);
}

/** Now, but after what another process did whose clock is ahead: the history has the order of the locks. */
function messageMoment(now: Date): SQL {
  const { modifiedAt } = tickets;
  const moment = sql.param(now, modifiedAt);
  return sql`case when ${modifiedAt} <= ${moment} then ${moment} else ${modifiedAt} + interval '1 ms' end`;
}

type FindPostedInput = { db: Database } & Posting;

async function findPosted(input: FindPostedInput): Promise<MessageRow | undefined> {
  const { db, number, idempotencyKey } = input;
  const { origin, body } = input.posting;
  if (origin !== undefined) {
    const [row] = await db.select().from(messages).where(cameFrom(origin));
    if (row === undefined || row.ticketNumber === number) return row;
    throw belongsElsewhere();
  }
  if (idempotencyKey === undefined) return undefined;
  const [row] = await db.select().from(messages).where(eq(messages.idempotencyKey, idempotencyKey));
  // Later edits and deletions are not a different message.
  const untouched = row?.editedAt === null && row.deletedAt === null;
  if (row === undefined || (row.ticketNumber === number && (!untouched || row.body === body))) return row;
  throw keyOfAnother();
}

function keyOfAnother(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'This was already sent, with a different text. Look at the ticket before you send it again.',
  });
}

function belongsElsewhere(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'That Slack message already belongs to another ticket.',
  });
}

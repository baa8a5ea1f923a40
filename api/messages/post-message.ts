import { AppError, type Message, type PostMessage } from '@campus-desk/contract';
import { eq } from 'drizzle-orm';
import { type Database, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { lockTicket } from '../tickets/ticket-row.ts';
import { transact } from '../transact.ts';
import { cameFrom, type MessageRow, momentAfter, toMessage, touchTicket } from './message-row.ts';

type Posting = { number: number; posting: PostMessage; idempotencyKey?: string | undefined };

type PostMessageInput = { context: Context } & Posting;

/**
 * The message, stored under the ticket; one under a closed ticket is `late`. The same origin, or the same
 * key and words, answer the message that is there. Throws `not_found`, or `idempotency_mismatch` when the origin
 * belongs to another ticket or the key to another message.
 */
export async function postMessage(input: PostMessageInput): Promise<Message> {
  const { context, number, posting, idempotencyKey } = input;
  return transact({
    context,
    work: async ({ tx, record }) => {
      const ticket = await lockTicket({ tx, number });
      const before = await findPosted({ tx, number, posting, idempotencyKey });
      if (before !== undefined) return toMessage(before);

      const at = momentAfter({ ticket, now: context.clock() });
      const late = ticket.status === 'closed';
      const row = await insertMessage({ tx, number, posting, idempotencyKey, id: context.newId(), late, at });
      await touchTicket({ tx, number, at });
      const { actor, body, files } = posting;
      await record({
        ticketNumber: number,
        type: 'message.posted',
        actor,
        at,
        changes: {
          body: { from: null, to: body },
          ...(files.length > 0 && { files: { from: [], to: files } }),
        },
        messageId: row.id,
      });
      return toMessage(row);
    },
  });
}

type FindPostedInput = { tx: Database } & Posting;

async function findPosted(input: FindPostedInput): Promise<MessageRow | undefined> {
  const { tx, number, idempotencyKey } = input;
  const { origin, body } = input.posting;
  if (origin !== undefined) {
    const [row] = await tx.select().from(messages).where(cameFrom(origin));
    if (row === undefined || row.ticketNumber === number) return row;
    throw belongsElsewhere();
  }
  if (idempotencyKey === undefined) return undefined;
  const [row] = await tx.select().from(messages).where(eq(messages.idempotencyKey, idempotencyKey));
  // Later edits and deletions are not a different message.
  const untouched = row?.editedAt === null && row.deletedAt === null;
  if (row === undefined || (row.ticketNumber === number && (!untouched || row.body === body))) return row;
  throw keyOfAnother();
}

type InsertMessageInput = { tx: Database; id: string; late: boolean; at: Date } & Posting;

async function insertMessage(input: InsertMessageInput): Promise<MessageRow> {
  const { tx, number, idempotencyKey, id, late, at } = input;
  const { actor, body, files, origin } = input.posting;
  const [row] = await tx
    .insert(messages)
    .values({
      id,
      ticketNumber: number,
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      body,
      files,
      late,
      originChannel: origin?.channel ?? null,
      originTs: origin?.ts ?? null,
      idempotencyKey: idempotencyKey ?? null,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning();
  // The ticket is locked, so it was just posted under another one.
  if (row === undefined) throw origin === undefined ? keyOfAnother() : belongsElsewhere();
  return row;
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

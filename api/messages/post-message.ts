import { type Database, messages } from '../../db/index.ts';
import type { Message, PostMessage } from '../contract/index.ts';
import { type Desk, transact } from '../desk.ts';
import { AppError } from '../kit/errors.ts';
import { lockTicket } from '../tickets/ticket-row.ts';
import { cameFrom, type MessageRow, momentAfter, toMessage, touchTicket } from './message-row.ts';

type Posting = { number: number; posting: PostMessage };

/**
 * The message, stored under the ticket; one under a closed ticket is `late`. The same origin answers the message
 * that is there. Throws `not_found`, or `idempotency_mismatch` when the origin belongs to another ticket.
 */
export async function postMessage({ desk, number, posting }: { desk: Desk } & Posting): Promise<Message> {
  return transact({
    desk,
    work: async ({ tx, record }) => {
      const ticket = await lockTicket({ tx, number });
      const before = await findPosted({ tx, number, posting });
      if (before !== undefined) return toMessage(before);

      const at = momentAfter({ ticket, now: desk.clock() });
      const late = ticket.status === 'closed';
      const row = await insertMessage({ tx, number, posting, id: desk.newId(), late, at });
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

async function findPosted({
  tx,
  number,
  posting: { origin },
}: { tx: Database } & Posting): Promise<MessageRow | undefined> {
  if (origin === undefined) return undefined;
  const [row] = await tx.select().from(messages).where(cameFrom(origin));
  if (row === undefined || row.ticketNumber === number) return row;
  throw belongsElsewhere();
}

async function insertMessage({
  tx,
  number,
  posting: { actor, body, files, origin },
  id,
  late,
  at,
}: { tx: Database; id: string; late: boolean; at: Date } & Posting): Promise<MessageRow> {
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
      createdAt: at,
    })
    .onConflictDoNothing({ target: [messages.originChannel, messages.originTs] })
    .returning();
  // Under this ticket nobody else posts now, so it was just posted under another one.
  if (row === undefined) throw belongsElsewhere();
  return row;
}

function belongsElsewhere(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'That Slack message already belongs to another ticket.',
  });
}

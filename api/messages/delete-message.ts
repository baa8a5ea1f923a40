import type { Actor, Message } from '@campus-desk/contract';
import { and, eq, isNull } from 'drizzle-orm';
import { messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { lockMessage } from './lock-message.ts';
import { momentAfter, toMessage, touchTicket } from './message-row.ts';
import { isReportersTurn, turned } from './turn.ts';

type DeleteMessageInput = { context: Context; id: string; actor: Actor };

/**
 * The tombstone of the message; what it said stays in the event. Deleting again changes nothing. Throws
 * `not_found`, or `forbidden_for_role` for a user and what others wrote under a closed ticket.
 */
export async function deleteMessage({ context, id, actor }: DeleteMessageInput): Promise<Message> {
  return transact({
    context,
    work: async ({ tx, record }) => {
      const { message: before, ticket, hidden } = await lockMessage({ context, tx, id, actor });
      if (before.deletedAt !== null) return toMessage({ row: before, hidden });

      const { ticketNumber, body, files } = before;
      const at = momentAfter({ ticket, now: context.clock() });
      const [after = before] = await tx
        .update(messages)
        .set({ body: '', files: [], deletedAt: at })
        .where(and(eq(messages.id, id), isNull(messages.deletedAt)))
        .returning();
      const awaitsReporter = await isReportersTurn({ tx, number: ticketNumber });
      if (!before.internal) await touchTicket({ tx, number: ticketNumber, at, awaitsReporter });
      const changes = {
        body: { from: body, to: null },
        ...(files.length > 0 && { files: { from: files, to: [] } }),
        ...turned({ ticket, awaitsReporter }),
      };
      await record({ ticketNumber, type: 'message.deleted', actor, at, changes, messageId: id });
      return toMessage({ row: after, hidden });
    },
  });
}

import type { EditMessage, Message } from '@campus-desk/contract';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { type Database, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { lockMessage, type MessageRow, momentAfter, toMessage, touchTicket } from './message-row.ts';

type EditMessageInput = { context: Context; id: string; edit: EditMessage };

/**
 * The message with its new body; the earlier one stays in the event. An edit that is not newer than the stored one
 * (by Slack's `edited.ts`), or that comes after the deletion, changes nothing. Throws `not_found`.
 */
export async function editMessage(input: EditMessageInput): Promise<Message> {
  const { context, id } = input;
  const { actor, body, editedTs } = input.edit;
  return transact({
    context,
    work: async ({ tx, record }) => {
      const { message: before, ticket } = await lockMessage({ tx, id });
      const isSame = body === before.body;
      const at = momentAfter({ ticket, now: context.clock() });
      const after = await applyNewest({ tx, id, editedTs, values: isSame ? {} : { body, editedAt: at } });
      if (after === undefined || isSame) return toMessage(before);

      const { ticketNumber } = before;
      await touchTicket({ tx, number: ticketNumber, at });
      const changes = { body: { from: before.body, to: body } };
      await record({ ticketNumber, type: 'message.edited', actor, at, changes, messageId: id });
      return toMessage(after);
    },
  });
}

type ApplyNewestInput = {
  tx: Database;
  id: string;
  editedTs: string | undefined;
  values: Partial<MessageRow>;
};

/** The edited message, or undefined when it is deleted or a newer edit is there; its time is kept to compare. */
async function applyNewest({ tx, id, editedTs, values }: ApplyNewestInput): Promise<MessageRow | undefined> {
  const isNewest =
    editedTs === undefined
      ? undefined
      : or(isNull(messages.editedTs), lt(sql`${messages.editedTs}::numeric`, sql`${editedTs}::numeric`));
  const [after] = await tx
    .update(messages)
    .set({ ...values, editedTs: editedTs ?? sql`${messages.editedTs}` })
    .where(and(eq(messages.id, id), isNull(messages.deletedAt), isNewest))
    .returning();
  return after;
}

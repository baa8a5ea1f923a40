import type { EditMessage, Message } from '@campus-desk/contract';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { type Database, messages } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { lockMessage } from './lock-message.ts';
import { type MessageRow, momentAfter, toMessage, touchTicket } from './message-row.ts';
import { checkNote } from './notes.ts';
import { isReportersTurn, turned } from './turn.ts';

type EditMessageInput = {
  context: Context;
  id: string;
  edit: Omit<EditMessage, 'body'> & { body?: string };
};

/**
 * The message with its new body; the earlier one stays in the event. An edit that is not newer than the stored one
 * (by Slack's `edited.ts`), or that comes after the deletion, changes no words; but whichever edit makes a note of the
 * message, it is one from then on. Throws `not_found` or `forbidden_for_role`, as for a user and what others wrote under a
 * closed ticket.
 */
export async function editMessage(input: EditMessageInput): Promise<Message> {
  const { context, id } = input;
  const { actor, internal = false, editedTs } = input.edit;
  return transact({
    context,
    work: async ({ tx, record }) => {
      const { message: before, ticket, hidden } = await lockMessage({ context, tx, id, actor });
      if (internal) checkNote({ actor, author: before.actorRole, toAll: before.toAll });
      const becomesNote = internal && !before.internal;
      if (becomesNote) await tx.update(messages).set({ internal }).where(eq(messages.id, id));

      const { body = before.body } = input.edit;
      const isSame = body === before.body;
      const at = momentAfter({ ticket, now: context.clock() });
      const edited = await applyNewest({ tx, id, editedTs, values: isSame ? {} : { body, editedAt: at } });
      const isEdited = edited !== undefined && !isSame;
      const after = { ...(isEdited ? edited : before), internal: before.internal || internal };
      if (!isEdited && !becomesNote) return toMessage({ row: before, hidden });

      const { ticketNumber } = before;
      const awaitsReporter = becomesNote
        ? await isReportersTurn({ tx, number: ticketNumber })
        : ticket.awaitsReporter;
      // That somebody works on a note is not for users to see.
      if (!before.internal) await touchTicket({ tx, number: ticketNumber, at, awaitsReporter });
      const changes = {
        ...(isEdited && { body: { from: before.body, to: body } }),
        ...(becomesNote && { internal: { from: false, to: true } }),
        ...turned({ ticket, awaitsReporter }),
      };
      const type = becomesNote ? 'note.posted' : 'message.edited';
      await record({ ticketNumber, type, actor, at, changes, messageId: id });
      return toMessage({ row: after, hidden });
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

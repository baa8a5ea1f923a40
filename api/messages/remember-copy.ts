import { AppError, type MessageCopy, type SlackRef } from '@campus-desk/contract';
import { and, eq } from 'drizzle-orm';
import { messageCopies } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadMessage } from './message-row.ts';

type RememberCopyInput = { context: Context; id: string; ref: SlackRef };

/**
 * Remembers that a copy of the message was posted at `ref`; doing so again changes nothing. Throws `not_found`, or
 * `idempotency_mismatch` when the copy there is another message's.
 */
export async function rememberCopy(input: RememberCopyInput): Promise<MessageCopy> {
  const { id, ref } = input;
  const { db } = input.context;
  await loadMessage({ db, id });
  await db
    .insert(messageCopies)
    .values({ messageId: id, ...ref })
    .onConflictDoNothing();
  const [copy] = await db
    .select()
    .from(messageCopies)
    .where(and(eq(messageCopies.channel, ref.channel), eq(messageCopies.ts, ref.ts)));
  if (copy?.messageId === id) return copy;
  throw new AppError({
    code: 'idempotency_mismatch',
    message: 'That Slack message is already the copy of another message.',
  });
}

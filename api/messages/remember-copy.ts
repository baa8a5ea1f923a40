import { AppError, type MessageCopy, type SlackRef } from '@campus-desk/contract';
import { and, eq } from 'drizzle-orm';
import { messageCopies } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isDangling } from '../database-errors.ts';
import { noMessage } from './message-row.ts';

type RememberCopyInput = { context: Context; id: string; ref: SlackRef };

/**
 * Remembers that a copy of the message was posted at `ref`; doing so again changes nothing. Throws `not_found`, or
 * `idempotency_mismatch` when the copy there is another message's.
 */
export async function rememberCopy(input: RememberCopyInput): Promise<MessageCopy> {
  const { id, ref } = input;
  const { db } = input.context;
  const [remembered] = await inserting(db)
    .execute({ messageId: id, ...ref })
    .catch(error => {
      throw isDangling(error) ? noMessage() : error;
    });
  if (remembered !== undefined) return remembered;
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

const inserting = buildOnce(db =>
  db
    .insert(messageCopies)
    .values(placeholders(['messageId', 'channel', 'ts']))
    .onConflictDoNothing()
    .returning()
    .prepare('remember_copy'),
);

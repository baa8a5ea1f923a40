import type { MessageCopy } from '@campus-desk/contract';
import { asc, eq } from 'drizzle-orm';
import { messageCopies } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { loadMessage } from './message-row.ts';

type ListCopiesInput = { context: Context; id: string };

/** Where a message was mirrored to; throws `not_found`. */
export async function listCopies(input: ListCopiesInput): Promise<{ copies: MessageCopy[] }> {
  const { id } = input;
  const { db } = input.context;
  await loadMessage({ db, id });
  const copies = await db
    .select()
    .from(messageCopies)
    .where(eq(messageCopies.messageId, id))
    .orderBy(asc(messageCopies.channel), asc(messageCopies.ts));
  return { copies };
}

import type { Message } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadMessage, toMessage } from './message-row.ts';

type GetMessageInput = { context: Context; id: string };

/** One message, a deleted one as its tombstone; throws `not_found`. */
export async function getMessage(input: GetMessageInput): Promise<Message> {
  const { id } = input;
  const { db } = input.context;
  return toMessage(await loadMessage({ db, id }));
}

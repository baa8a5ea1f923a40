import type { Message } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadMessage, toMessage } from './message-row.ts';

/** One message, a deleted one as its tombstone; throws `not_found`. */
export async function getMessage({
  context: { db },
  id,
}: {
  context: Context;
  id: string;
}): Promise<Message> {
  return toMessage(await loadMessage({ db, id }));
}

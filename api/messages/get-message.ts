import type { Message } from '@campus-desk/contract';
import type { Desk } from '../context.ts';
import { loadMessage, toMessage } from './message-row.ts';

/** One message, a deleted one as its tombstone; throws `not_found`. */
export async function getMessage({ desk: { db }, id }: { desk: Desk; id: string }): Promise<Message> {
  return toMessage(await loadMessage({ db, id }));
}

import type { Message, Role } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { loadMessage, toMessage } from './message-row.ts';
import { checkVisible } from './notes.ts';

type GetMessageInput = { context: Context; id: string; role: Role };

/** One message, a deleted one as its tombstone; throws `not_found`, or `forbidden_for_role` as for its ticket. */
export async function getMessage(input: GetMessageInput): Promise<Message> {
  const { context, id, role } = input;
  const { db } = context;
  const message = await loadMessage({ db, id });
  checkVisible({ message, role });
  await loadVisibleTicket({ context, number: message.ticketNumber, role });
  return toMessage(message);
}

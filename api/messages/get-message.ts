import type { Message, Reader } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom } from '../tickets/policy.ts';
import { loadMessage, toMessage } from './message-row.ts';
import { checkVisible } from './notes.ts';

type GetMessageInput = { context: Context; id: string; reader: Reader };

/** One message, a deleted one as its tombstone; throws `not_found`, or `forbidden_for_role` as for its ticket. */
export async function getMessage(input: GetMessageInput): Promise<Message> {
  const { context, id, reader } = input;
  const { role } = reader;
  const { db } = context;
  const message = await loadMessage({ db, id });
  checkVisible({ message, role });
  const ticket = await loadVisibleTicket({ context, number: message.ticketNumber, role });
  return toMessage({ row: message, hidden: hiddenFrom({ reader, ticket }) });
}

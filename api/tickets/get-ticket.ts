import type { Reader, Ticket } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from './load-visible-ticket.ts';
import { toTicket } from './ticket-row.ts';

type GetTicketInput = { context: Context; number: number; reader: Reader };

/** One ticket as this reader sees it; throws `not_found`, or `forbidden_for_role` for a user's look at a closed one. */
export async function getTicket({ context, number, reader }: GetTicketInput): Promise<Ticket> {
  return toTicket({ row: await loadVisibleTicket({ context, number, role: reader.role }), reader });
}

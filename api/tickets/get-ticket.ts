import type { Role, Ticket } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { loadVisibleTicket } from './load-visible-ticket.ts';
import { toTicket } from './ticket-row.ts';

type GetTicketInput = { context: Context; number: number; role: Role };

/** One ticket as this role sees it; throws `not_found`, or `forbidden_for_role` for a user's look at a closed one. */
export async function getTicket(input: GetTicketInput): Promise<Ticket> {
  const { context, number, role } = input;
  return toTicket(await loadVisibleTicket({ context, number, role }));
}

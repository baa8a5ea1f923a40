import { AppError, type Role, type Ticket } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { maySee } from './policy.ts';
import { loadTicket, toTicket } from './ticket-row.ts';

type GetTicketInput = { context: Context; number: number; role: Role };

/** One ticket as this role sees it; throws `not_found`, or `forbidden_for_role` for a user's look at a closed one. */
export async function getTicket(input: GetTicketInput): Promise<Ticket> {
  const { number, role } = input;
  const { db } = input.context;
  const ticket = await loadTicket({ db, number });
  if (!maySee({ role, status: ticket.status }))
    throw new AppError({
      code: 'forbidden_for_role',
      message: `Ticket #${number} is closed. Closed tickets are shown to helpdesk only: /ticket ${number} as helpdesk`,
    });
  return toTicket(ticket);
}

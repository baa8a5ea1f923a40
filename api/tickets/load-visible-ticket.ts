import { AppError, type Role } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { maySee } from './policy.ts';
import { loadTicket, type TicketRow } from './ticket-row.ts';

type LoadVisibleTicketInput = { context: Context; number: number; role: Role };

/** The ticket, if this role may see it; throws `not_found`, or `forbidden_for_role` for a user and a closed one. */
export async function loadVisibleTicket(input: LoadVisibleTicketInput): Promise<TicketRow> {
  const { number, role } = input;
  const { db, ticketCommand } = input.context;
  const ticket = await loadTicket({ db, number });
  if (maySee({ role, status: ticket.status })) return ticket;
  throw new AppError({
    code: 'forbidden_for_role',
    message: `Ticket #${number} is closed. Closed tickets are shown to helpdesk only: ${ticketCommand} ${number} as helpdesk`,
  });
}

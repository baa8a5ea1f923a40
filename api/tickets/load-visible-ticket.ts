import { AppError, type Role } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import { maySee } from './policy.ts';
import { loadTicket, type TicketRow } from './ticket-row.ts';

type LoadVisibleTicketInput = { context: Context; number: number; role: Role };

/** The ticket, if this role may see it; throws `not_found`, or `forbidden_for_role` for a user and a closed one. */
export async function loadVisibleTicket(input: LoadVisibleTicketInput): Promise<TicketRow> {
  const { context, number, role } = input;
  const ticket = await loadTicket({ db: context.db, number });
  checkMaySee({ context, ticket, role });
  return ticket;
}

type CheckMaySeeInput = { context: Context; ticket: TicketRow; role: Role };

/** Throws `forbidden_for_role` when this role may not see the ticket. */
export function checkMaySee({ context, ticket: { number, status }, role }: CheckMaySeeInput): void {
  if (maySee({ role, status })) return;
  throw new AppError({
    code: 'forbidden_for_role',
    message: `Ticket #${number} is closed. Closed tickets are shown to helpdesk only: ${context.ticketCommand} ${number} as helpdesk`,
    details: { reason: 'closed_ticket', values: { number } },
  });
}

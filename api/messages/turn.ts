import type { Changes, Move } from '@campus-desk/contract';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { type Database, messages } from '../../db/index.ts';
import type { TicketRow } from '../tickets/ticket-row.ts';

/** What the history says when a message, or its deletion, makes it the other side's turn. */
export function turnTo(move: Move): Changes {
  return { move: { from: move === 'reporter' ? 'helpdesk' : 'reporter', to: move } };
}

type TurnedInput = { ticket: Pick<TicketRow, 'status' | 'awaitsReporter'>; awaitsReporter: boolean };

/** The same where it is another side's turn than before, and nothing elsewhere; a closed ticket is nobody's. */
export function turned({ ticket, awaitsReporter }: TurnedInput): Changes {
  if (ticket.status === 'closed' || awaitsReporter === ticket.awaitsReporter) return {};
  return turnTo(awaitsReporter ? 'reporter' : 'helpdesk');
}

/**
 * Whether helpdesk wrote the last message of a locked ticket that both sides read; what was deleted counts as if it had
 * not been written.
 */
export async function isReportersTurn({ tx, number }: { tx: Database; number: number }): Promise<boolean> {
  const [last] = await tx
    .select({ role: messages.actorRole })
    .from(messages)
    .where(and(eq(messages.ticketNumber, number), eq(messages.internal, false), isNull(messages.deletedAt)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return last?.role === 'helpdesk';
}

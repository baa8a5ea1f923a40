import { AppError, type ChangeTicket, invalid } from '@campus-desk/contract';
import { readerOf } from './policy.ts';
import { type TicketRow, toTicket } from './ticket-row.ts';

type CheckWaitingInput = { before: TicketRow; change: ChangeTicket; now: Date };

/** Throws `illegal_transition` where a ticket that is not active is to wait, `validation_failed` for a date in the past. */
export function checkWaiting({ before, change, now }: CheckWaitingInput): void {
  const { status = before.status, waiting } = change;
  if (!waiting) return;
  if (status !== 'active')
    throw new AppError({
      code: 'illegal_transition',
      message: `Ticket #${before.number} is open. Start work on it before it waits.`,
      details: {
        reason: 'waits_once_active',
        values: { number: before.number },
        ticket: toTicket({ row: before, reader: readerOf(change.actor) }),
      },
    });
  const isSame = waiting.until === before.waitingUntil?.toISOString();
  if (!isSame && Date.parse(waiting.until) <= now.getTime())
    throw invalid({
      path: 'waiting.until',
      message: 'That date is in the past. Choose a later one.',
      reason: 'wait_over',
    });
}

/** What the ticket waits for after the change, where that says so; closing ends it. */
export function waitingValues({ status, waiting }: ChangeTicket) {
  if (status === 'closed' || waiting === null) return { waitingUntil: null, waitingReason: null };
  return waiting && { waitingUntil: new Date(waiting.until), waitingReason: waiting.reason };
}

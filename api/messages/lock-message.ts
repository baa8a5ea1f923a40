import type { Actor } from '@campus-desk/contract';
import type { Database } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { checkMaySee } from '../tickets/load-visible-ticket.ts';
import { hiddenFrom, readerOf } from '../tickets/policy.ts';
import { lockTicket, type TicketRow } from '../tickets/ticket-row.ts';
import { loadMessage, type MessageRow } from './message-row.ts';
import { checkVisible } from './notes.ts';

type LockMessageInput = { context: Context; tx: Database; id: string; actor: Actor };

/** `hidden` is the id of whom the one who changes it is not to know. */
type LockedMessage = { message: MessageRow; ticket: TicketRow; hidden: string | undefined };

/**
 * The message that somebody is about to change, once nobody else can: its ticket is locked until the transaction ends.
 * Throws `not_found`, or `forbidden_for_role` for a user and what others wrote under a closed ticket.
 */
export async function lockMessage({ context, tx, id, actor }: LockMessageInput): Promise<LockedMessage> {
  const { ticketNumber } = await loadMessage({ db: tx, id });
  const ticket = await lockTicket({ tx, number: ticketNumber });
  const message = await loadMessage({ db: tx, id });
  checkVisible({ message, role: actor.role });
  if (message.actorId !== actor.id) checkMaySee({ context, ticket, role: actor.role });
  return { message, ticket, hidden: hiddenFrom({ reader: readerOf(actor), ticket }) };
}

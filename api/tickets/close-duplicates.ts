import type { ChangeTicket, EventType, Status } from '@campus-desk/contract';
import type { Database } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { changeValues, difference } from './change-values.ts';
import { loadTicket, type TicketRow } from './ticket-row.ts';
import { type UpdateInput, updateUnchanged } from './update-ticket.ts';

type CloseDuplicatesInput = {
  tx: Database;
  context: Context;
  original: TicketRow;
  /** How the original was closed. */
  change: ChangeTicket;
  /** Their numbers; they are locked. */
  duplicates: number[];
};

/**
 * Closes the duplicates of a ticket with it, in its transaction, with the same note and by their legal steps: an open one
 * is started first. Answers the events there were.
 */
export async function closeDuplicates(input: CloseDuplicatesInput): Promise<EventType[]> {
  const { tx, duplicates } = input;
  const types: EventType[] = [];
  for (const number of duplicates) {
    let before = await loadTicket({ db: tx, number });
    if (before.status === 'open') {
      before = await move({ ...input, before, type: 'ticket.started', status: 'active' });
      types.push('ticket.started');
    }
    await move({ ...input, before, type: 'ticket.closed', status: 'closed' });
    types.push('ticket.closed');
  }
  return types;
}

/** Makes the duplicates of a closed ticket tickets of their own again, in its transaction. Answers the events there were. */
export async function releaseDuplicates(input: CloseDuplicatesInput): Promise<EventType[]> {
  const { tx, original, change, duplicates } = input;
  const type = 'ticket.duplicated';
  for (const number of duplicates) {
    const before = await loadTicket({ db: tx, number });
    const changes = { duplicateOf: { from: original.number, to: null } };
    const values = { duplicateOf: null };
    await update({ db: tx, before, values, changes, type, actor: change.actor, now: original.modifiedAt });
  }
  return duplicates.map(() => type);
}

type MoveInput = CloseDuplicatesInput & { before: TicketRow; type: EventType; status: Status };

/** One step of a duplicate; its event says with which ticket it was taken. */
async function move(input: MoveInput): Promise<TicketRow> {
  const { tx, context, original, before, type, status } = input;
  const { actor, closingNote } = input.change;
  const note = status === 'closed' && closingNote !== undefined ? { closingNote } : {};
  const values = changeValues({ before, change: { actor, status, ...note }, context });
  const changes = {
    ...difference({ before, after: { ...before, ...values } }),
    closedWith: { from: null, to: original.number },
  };
  return update({ db: tx, before, values, changes, type, actor, now: original.modifiedAt });
}

async function update(input: UpdateInput): Promise<TicketRow> {
  const stored = await updateUnchanged(input);
  if (stored === undefined) throw new Error(`Ticket #${input.before.number} changed although it was locked.`);
  return stored.after;
}

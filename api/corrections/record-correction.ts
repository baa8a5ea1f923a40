import type { Actor } from '@campus-desk/contract';
import { corrections, type Database } from '../../db/index.ts';
import type { TicketRow } from '../tickets/ticket-row.ts';
import { type CorrectionRow, correctionColumns } from './correction-row.ts';

type RecordCorrectionInput = { tx: Database; before: TicketRow; after: TicketRow; actor: Actor };

/** Stores, in the transaction of the change, that a person set the category of a ticket. */
export async function recordCorrection(input: RecordCorrectionInput): Promise<CorrectionRow> {
  const { tx, before, after, actor } = input;
  const [row] = await tx
    .insert(corrections)
    .values({
      ticketNumber: after.number,
      text: after.description,
      from: before.category,
      to: after.category,
      actorId: actor.id,
      actorName: actor.name,
      actorRole: actor.role,
      at: after.modifiedAt,
      openedAt: after.openedAt,
    })
    .returning(correctionColumns);
  if (row === undefined) throw new Error('The insert returned no correction.');
  return row;
}

import type { Changes, ChangeTicket, EventType, Ticket } from '@campus-desk/contract';
import type { Context } from '../context.ts';
import type { CorrectionRow } from '../corrections/correction-row.ts';
import { recordCorrection } from '../corrections/record-correction.ts';
import { changeValues, difference, newlySaid } from './change-values.ts';
import { checkRole, checkState } from './check-change.ts';
import { closeDuplicates, releaseDuplicates } from './close-duplicates.ts';
import { markDuplicate } from './mark-duplicate.ts';
import { readerOf } from './policy.ts';
import { loadTicket, lockTickets, type TicketRow, toTicket } from './ticket-row.ts';
import { type UpdateInput, updateUnchanged } from './update-ticket.ts';
import { checkWaiting } from './waiting.ts';

type Request = { context: Context; number: number; change: ChangeTicket };

/**
 * The ticket after the change, which is one event however many fields it has; what is so already changes nothing. Closing
 * it closes its duplicates with it, or releases them. Throws `not_found`, `forbidden_for_role`, `illegal_transition`, `ticket_closed` or
 * `version_conflict`.
 */
export async function changeTicket(request: Request): Promise<Ticket> {
  const { context, number, change } = request;
  const { duplicateOf } = change;
  if (duplicateOf !== undefined) return markDuplicate({ context, number, change, duplicateOf });
  const { ticket, types, correction } = await context.writes.run(() => changeOnce(request));
  for (const type of types) context.announce(type);
  if (correction !== undefined) context.learn(correction);
  return ticket;
}

/** The ticket, the events there were, and the correction of its category when it was one. */
type Changed = { ticket: Ticket; types: EventType[]; correction?: CorrectionRow };

async function changeOnce(request: Request): Promise<Changed> {
  const { context, number, change } = request;
  const { db } = context;
  const reader = readerOf(change.actor);
  const before = await loadTicket({ db, number });
  await checkRole({ db, before, change });
  await checkState({ db, before, change });
  checkWaiting({ before, change, now: context.clock() });

  const values = changeValues({ before, change, context });
  const changes = {
    ...difference({ before, after: { ...before, ...values } }),
    ...newlySaid({ before, values }),
  };
  if (Object.keys(changes).length === 0) return { ticket: toTicket({ row: before, reader }), types: [] };

  const type = typeOf({ change, changes });
  const { actor, category } = change;
  const update = { db, before, values, changes, type, actor, now: context.clock() };
  const isCorrection = category !== undefined && isRecategorised(changes);
  const closes = change.status === 'closed' && before.duplicates.length > 0;
  const stored: Stored | undefined =
    isCorrection || closes
      ? await updateWithMore({ ...update, context, change, isCorrection, closes })
      : await updateUnchanged(update);
  // Somebody was faster: the rules are checked again, against the ticket as it is now.
  if (stored === undefined) return changeOnce(request);
  const { after, types = [], ...more } = stored;
  return { ticket: toTicket({ row: after, reader }), types: [type, ...types], ...more };
}

type Stored = { after: TicketRow; types?: EventType[]; correction?: CorrectionRow };

type UpdateWithMoreInput = UpdateInput & Omit<Request, 'number'> & { isCorrection: boolean; closes: boolean };

/**
 * The update with what else is of the same moment: the correction of the category, which the categoriser learns from, and
 * what becomes of its duplicates. Who makes or takes away a duplicate changes the version, so they are those of `before`.
 */
function updateWithMore(input: UpdateWithMoreInput): Promise<Stored | undefined> {
  const { db, before, actor, context, change, isCorrection, closes } = input;
  const { number, duplicates } = before;
  return db.transaction(async tx => {
    if (closes) await lockTickets({ tx, numbers: [number, ...duplicates] });
    const releases = closes && change.closeDuplicates === false;
    const changes = { ...input.changes, ...(releases && { duplicates: { from: duplicates, to: [] } }) };
    const stored = await updateUnchanged({ ...input, changes, db: tx });
    if (stored === undefined) return undefined;
    const ended = { tx, context, original: stored.after, change, duplicates: closes ? duplicates : [] };
    const types = await (releases ? releaseDuplicates : closeDuplicates)(ended);
    const after = releases ? await loadTicket({ db: tx, number }) : stored.after;
    if (!isCorrection) return { after, types };
    return { after, types, correction: await recordCorrection({ tx, before, after, actor }) };
  });
}

/** The weightiest part of a change names its event. */
function typeOf({ change, changes }: { change: ChangeTicket; changes: Changes }): EventType {
  if (change.status === 'active') return 'ticket.started';
  if (change.status === 'closed') return 'ticket.closed';
  if ('solved' in changes) return 'ticket.solved';
  if ('waiting' in changes) return change.waiting ? 'ticket.waiting' : 'ticket.woken';
  if ('assignee' in changes) return 'ticket.assigned';
  return isRecategorised(changes) ? 'ticket.recategorised' : 'ticket.edited';
}

function isRecategorised(changes: Changes): boolean {
  return 'category' in changes || 'categorySource' in changes;
}

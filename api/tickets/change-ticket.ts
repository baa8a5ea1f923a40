import { isDeepStrictEqual } from 'node:util';
import type { Actor, Changes, ChangeTicket, EventType, Person, Ticket } from '@campus-desk/contract';
import { and, eq, sql } from 'drizzle-orm';
import { type Database, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { Context } from '../context.ts';
import type { CorrectionRow } from '../corrections/correction-row.ts';
import { recordCorrection } from '../corrections/record-correction.ts';
import { eventFrom, eventValues } from '../outbox/event-from.ts';
import { automaticCategory, categoryByHand } from './category-values.ts';
import { checkRole, checkState } from './check-change.ts';
import { changedAt, loadTicket, type TicketRow, ticketColumns, toTicket } from './ticket-row.ts';
import { checkWaiting, waitingValues } from './waiting.ts';

type Request = { context: Context; number: number; change: ChangeTicket };

/** Fields whose change is history; the rest of a ticket follows from them. */
const recorded = [
  'status',
  'assignee',
  'closingNote',
  'category',
  'categorySource',
  'description',
  'location',
  'solved',
  'waiting',
] as const;

/**
 * The ticket after the change, which is one event however many fields it has; what is so already changes nothing. Throws
 * `not_found`, `forbidden_for_role`, `illegal_transition`, `ticket_closed` or `version_conflict`.
 */
export async function changeTicket(request: Request): Promise<Ticket> {
  const { context } = request;
  const { ticket, type, correction } = await context.writes.run(() => changeOnce(request));
  if (type !== undefined) context.announce(type);
  if (correction !== undefined) context.learn(correction);
  return ticket;
}

/** The ticket, the event if there was a change, and the correction of its category when it was one. */
type Changed = { ticket: Ticket; type?: EventType; correction?: CorrectionRow };

async function changeOnce(request: Request): Promise<Changed> {
  const { context, number, change } = request;
  const { db } = context;
  const before = await loadTicket({ db, number });
  await checkRole({ db, before, change });
  await checkState({ db, before, change });
  checkWaiting({ before, change, now: context.clock() });

  const values = {
    ...editValues({ before, change, context }),
    ...moveValues(change),
    ...waitingValues(change),
  };
  const changes = difference({ before: toTicket(before), after: toTicket({ ...before, ...values }) });
  if (Object.keys(changes).length === 0) return { ticket: toTicket(before) };

  const type = typeOf({ change, changes });
  const { actor, category } = change;
  const update = { db, before, values, changes, type, actor, now: context.clock() };
  const isCorrection = category !== undefined && isRecategorised(changes);
  const stored = isCorrection ? await updateAndCorrect(update) : await updateUnchanged(update);
  // Somebody was faster: the rules are checked again, against the ticket as it is now.
  if (stored === undefined) return changeOnce(request);
  const { after, ...more } = stored;
  return { ticket: toTicket(after), type, ...more };
}

type EditValuesInput = { before: TicketRow; change: ChangeTicket; context: Context };

/** The ticket's values when the change is an edit: description, location, category, whether it is solved. */
function editValues({ before, change, context }: EditValuesInput) {
  const { description = before.description, location = before.location, category, actor } = change;
  const { solved = before.solved } = change;
  const edited = { description, location, solved };
  if (category !== undefined) return { ...edited, ...categoryByHand({ category, role: actor.role }) };
  if (description === before.description || before.categorySource !== 'auto') return edited;
  return { ...edited, ...automaticCategory(context.categoriser.categorise(description)) };
}

/** The values that come with a new status or assignee; the times of a status come from the database. */
function moveValues({ actor, status, closingNote = null, assignee }: ChangeTicket) {
  if (status === 'active') return { status, ...assigneeValues(assignee ?? actor) };
  const assigned = assignee === undefined ? {} : assigneeValues(assignee);
  if (status !== 'closed') return assigned;
  return { status, closingNote, closedById: actor.id, closedByName: actor.name, ...assigned };
}

function assigneeValues(assignee: Person | null) {
  return { assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? null };
}

function difference({ before, after }: { before: Ticket; after: Ticket }): Changes {
  const changed = recorded.filter(field => !isDeepStrictEqual(before[field], after[field]));
  return Object.fromEntries(changed.map(field => [field, { from: before[field], to: after[field] }]));
}

type UpdateInput = {
  db: Database;
  before: TicketRow;
  values: Partial<TicketRow>;
  changes: Changes;
  type: EventType;
  actor: Actor;
  now: Date;
};

/**
 * The updated ticket, its event with it, by one statement; undefined when it is no longer as in `before`, so that no
 * interleaving breaks a rule.
 */
async function updateUnchanged(input: UpdateInput): Promise<{ after: TicketRow } | undefined> {
  const { db, before, values, changes, type, actor, now } = input;
  const changed = Object.entries(values).filter(
    ([field, value]) => !isDeepStrictEqual(value, before[field as Field]),
  );
  const moved = moments[values.status ?? 'open'];
  const fields = [...changed.map(([field]) => field), ...(moved ? [moved] : [])];
  const [after] = await updating(db, fields.sort().join(' ')).execute({
    ...Object.fromEntries(changed.map(([field, value]) => [field, asGiven(value)])),
    ...eventValues({ type, actor, changes }),
    beforeNumber: before.number,
    beforeStatus: before.status,
    beforeVersion: before.version,
    now,
  });
  return after && { after };
}

type Field = keyof TicketRow;

/** Drizzle writes no date for a placeholder that may also be null. */
function asGiven(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/** The moment that the database fills in when a ticket gets a status. */
const moments = { open: undefined, active: 'startedAt', closed: 'closedAt' } as const;

/** For some fields, joined by blanks: what is not named is not written again, the words for searching among it. */
const updating = buildOnce((db, fields: string) => {
  const at = changedAt();
  const isMoment = (field: string) => field === 'startedAt' || field === 'closedAt';
  const values = fields.split(' ').map(field => {
    if (isMoment(field)) return [field, at];
    const given = sql.placeholder(field);
    return [field, field === 'waitingUntil' ? sql`${given}::timestamptz` : given];
  });
  const updated = db.$with('ticket').as(
    db
      .update(tickets)
      .set({ ...Object.fromEntries(values), modifiedAt: at, version: sql`${tickets.version} + 1` })
      .where(
        and(
          eq(tickets.number, sql.placeholder('beforeNumber')),
          eq(tickets.status, sql.placeholder('beforeStatus')),
          eq(tickets.version, sql.placeholder('beforeVersion')),
        ),
      )
      .returning(ticketColumns),
  );
  const event = eventFrom({ from: sql`ticket`, number: sql`number`, at: sql`modified_at` });
  return db
    .with(updated, db.$with('event', {}).as(event))
    .select()
    .from(updated)
    .prepare(`change_ticket ${fields}`);
});

/** The same with the correction of the category, which the categoriser learns from. */
function updateAndCorrect(input: UpdateInput) {
  const { db, before, actor } = input;
  return db.transaction(async tx => {
    const stored = await updateUnchanged({ ...input, db: tx });
    if (stored === undefined) return undefined;
    const { after } = stored;
    return { after, correction: await recordCorrection({ tx, before, after, actor }) };
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

import {
  type Actor,
  AppError,
  type Because,
  type ChangeTicket,
  categoryNames,
  type EventType,
  nextStatus,
  type ProblemCode,
  type Reader,
  ticketEventTypes,
  unlessHidden,
} from '@campus-desk/contract';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { type Database, events } from '../../db/index.ts';
import { forbiddenField, hiddenFrom, mayAnswerSolved, mayHideName, maySee, readerOf } from './policy.ts';
import { helpdesk, type TicketRow, toTicket } from './ticket-row.ts';

type CheckRoleInput = { db: Database; before: TicketRow; change: ChangeTicket };

/** Throws `forbidden_for_role` when the actor's role may not change one of these fields of the ticket. */
export async function checkRole({ db, before, change }: CheckRoleInput): Promise<void> {
  const { actor } = change;
  const ticket = toTicket({ row: before, reader: helpdesk });
  if (change.hideName !== undefined && !mayHideName({ actor, ticket: before }))
    throw new AppError({
      code: 'forbidden_for_role',
      message: `Only who reported ticket #${before.number}, and the helpdesk, can say whether the name is hidden.`,
      details: { reason: 'name_by_reporter', values: { number: before.number } },
    });
  if (change.solved !== undefined && !mayAnswerSolved({ actor, ticket }))
    throw new AppError({
      code: 'forbidden_for_role',
      message: `Only who reported ticket #${before.number} can say whether it is solved, as a user.`,
      details: { reason: 'solved_by_reporter', values: { number: before.number } },
    });
  const field = forbiddenField({ change, ticket });
  if (field === undefined) return;
  if (field === 'category' && ticket.categorySource !== 'auto' && ticket.reporter.id === actor.id)
    throw await refuseSecondAnswer({ db, before, reader: readerOf(actor) });
  throw new AppError({
    code: 'forbidden_for_role',
    message: `Only the helpdesk can change the ${field} of a ticket. Enter as helpdesk to do that.`,
    details: { reason: 'field_of_helpdesk' },
  });
}

type CheckStateInput = { db: Database; before: TicketRow; change: ChangeTicket };

/** Throws when the ticket, as it is now, does not allow this change; the message names who made it so. */
export async function checkState({ db, before, change }: CheckStateInput): Promise<void> {
  const refuse = refusal({ db, before, reader: readerOf(change.actor) });
  if (before.duplicateOf !== null && before.status !== 'closed' && (change.status || change.waiting))
    throw await refuse({
      code: 'illegal_transition',
      reason: 'closed_with_original',
      values: { number: before.number, original: before.duplicateOf },
      say: () =>
        `Ticket #${before.number} is a duplicate of #${before.duplicateOf} and is closed with it. If it is another problem, take that back first.`,
    });
  if (change.status !== undefined && change.status !== nextStatus[before.status])
    throw await refuseMove({ refuse, before, to: change.status });
  if (change.solved !== undefined && before.status !== 'closed')
    throw await refuse({
      code: 'illegal_transition',
      reason: 'solved_once_closed',
      values: { number: before.number },
      say: () => `Ticket #${before.number} is not closed yet. Say whether it is solved once it is.`,
    });
  if (change.answersOthers && before.closingNote === null)
    throw await refuse({
      code: 'illegal_transition',
      reason: 'no_closing_note',
      values: { number: before.number },
      say: () => `Ticket #${before.number} has no closing note. Only what was done about it can help others.`,
    });
  if (before.status === 'closed' && change.solved === undefined && change.answersOthers === undefined)
    throw await refuse({
      code: 'ticket_closed',
      reason: 'stays_closed',
      since: ['ticket.closed'],
      say: name =>
        `Already closed by ${name}. A closed ticket stays as it is; file a follow-up if the problem is still there.`,
    });
  if (change.version !== undefined && change.version !== before.version)
    throw await refuse({
      code: 'version_conflict',
      reason: 'changed_by',
      since: ticketEventTypes,
      say: name =>
        `${name} changed this ticket in the meantime. Look at it again and repeat what is still needed.`,
    });
}

type RefusingInput = { db: Database; before: TicketRow; reader: Reader };

/** The reporter was asked which category is right, and has answered, or helpdesk was quicker. */
function refuseSecondAnswer({ db, before, reader }: RefusingInput): Promise<AppError> {
  const category = categoryNames[before.category];
  return refusal({ db, before, reader })({
    code: 'forbidden_for_role',
    reason: 'category_settled',
    values: { category: before.category },
    since: ['ticket.recategorised'],
    say: name =>
      `The category is settled: ${category}, chosen by ${name}. Only the helpdesk can change it now.`,
  });
}

type Refuse = ReturnType<typeof refusal>;

type RefuseMoveInput = { refuse: Refuse; before: TicketRow; to: TicketRow['status'] };

function refuseMove(input: RefuseMoveInput): Promise<AppError> {
  const { refuse, to } = input;
  const { number, status } = input.before;
  const code = 'illegal_transition';
  if (status === 'closed' && to !== 'open')
    return refuse({
      code,
      reason: 'closed_by',
      since: ['ticket.closed'],
      say: name => `Already closed by ${name}.`,
    });
  if (status === 'active' && to === 'active')
    return refuse({
      code,
      reason: 'started_by',
      since: ['ticket.started'],
      say: name => `Already started by ${name}.`,
    });
  if (status === 'open')
    return refuse({
      code,
      reason: 'open_ticket',
      values: { number },
      say: () =>
        `Ticket #${number} is open. Start work on it ${to === 'open' ? 'next' : 'before closing it'}.`,
    });
  const since: EventType[] = status === 'closed' ? ['ticket.closed'] : ['ticket.started'];
  const did = status === 'closed' ? 'closed' : 'started';
  return refuse({
    code,
    reason: status === 'closed' ? 'closed_by' : 'started_by',
    since,
    say: name =>
      `Already ${did} by ${name}. Ticket #${number} cannot be opened again; file a follow-up instead.`,
  });
}

type RefusalInput = Because & {
  code: ProblemCode;
  since?: readonly EventType[];
  say: (name: string) => string;
};

/** Makes refusals that carry the ticket, if the role may see it, and who made it so, if somebody did (`by`). */
function refusal({ db, before, reader }: RefusingInput) {
  const hidden = hiddenFrom({ reader, ticket: before });
  return async ({ code, since, say, reason, values }: RefusalInput): Promise<AppError> => {
    const person = since && (await lastActor({ db, number: before.number, types: since }));
    const by = person && unlessHidden({ person, hidden });
    return new AppError({
      code,
      message: say(by?.name ?? 'somebody else'),
      details: {
        reason,
        values: { ...values, ...(by && { name: by.name }) },
        ...(maySee({ role: reader.role, status: before.status }) && {
          ticket: toTicket({ row: before, reader }),
        }),
        ...(by && { by }),
      },
    });
  };
}

type LastActorInput = { db: Database; number: number; types: readonly EventType[] };

async function lastActor({ db, number, types }: LastActorInput): Promise<Actor | undefined> {
  const [actor] = await db
    .select({ id: events.actorId, name: events.actorName, role: events.actorRole })
    .from(events)
    .where(and(eq(events.ticketNumber, number), inArray(events.type, types)))
    .orderBy(desc(events.id))
    .limit(1);
  return actor;
}

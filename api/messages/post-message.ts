import { AppError, type EventType, type Message, type PostMessage } from '@campus-desk/contract';
import { and, eq, getTableColumns, notExists, type SQL, sql } from 'drizzle-orm';
import { type Database, events, messages, tickets } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isConflict } from '../database-errors.ts';
import { insertFrom } from '../insert-from.ts';
import { changesGiven, eventFrom, eventValues } from '../outbox/event-from.ts';
import { loadTicket } from '../tickets/ticket-row.ts';
import { endedWaiting } from '../tickets/waiting-ended.ts';
import { editMessage } from './edit-message.ts';
import { cameFrom, type MessageRow, toMessage } from './message-row.ts';
import { checkNote, checkVisible } from './notes.ts';
import { turnTo } from './turn.ts';

type Posting = { number: number; posting: PostMessage; idempotencyKey?: string | undefined };

type PostMessageInput = { context: Context } & Posting;

/**
 * The message, stored under the ticket; one under a closed ticket is `late`. The same origin, or the same
 * key and words, answer the message that is there, as a note if it is now said to be one. Throws `not_found`,
 * `forbidden_for_role` for a note by a user, or `idempotency_mismatch` when the origin belongs to another ticket or the
 * key to another message.
 */
export async function postMessage({ context, ...given }: PostMessageInput): Promise<Message> {
  const { number } = given;
  const { actor, internal } = given.posting;
  if (internal) checkNote({ actor, author: actor.role });
  const posted = await context.writes.run(() =>
    context.turns(number, () => insertMessage({ context, ...given }).catch(unlessConflict)),
  );
  if (posted === undefined) {
    const before = await findBefore({ db: context.db, ...given });
    if (!internal || before.internal) return toMessage(before);
    return editMessage({ context, id: before.id, edit: { actor, internal } });
  }
  context.announce(typeOf(given.posting));
  return toMessage(posted);
}

function typeOf({ internal }: PostMessage): EventType {
  return internal ? 'note.posted' : 'message.posted';
}

function unlessConflict(error: unknown): undefined {
  if (!isConflict(error)) throw error;
}

/** Why nothing was stored: the message that is there, or what it throws. */
async function findBefore(input: FindPostedInput): Promise<MessageRow> {
  const before = await findPosted(input);
  if (before !== undefined) {
    checkVisible({ message: before, role: input.posting.actor.role });
    return before;
  }
  await loadTicket(input);
  throw input.posting.origin === undefined ? keyOfAnother() : belongsElsewhere();
}

/**
 * The new message, with its event and the changed ticket, by one statement; undefined when there is no such ticket, or the
 * message is there. The ticket is changed first, so that it is locked: messages and closing have one order.
 */
async function insertMessage(input: PostMessageInput): Promise<MessageRow | undefined> {
  const { context, number, posting, idempotencyKey = null } = input;
  const { actor, body, files, internal, origin } = posting;
  const awaitsReporter = actor.role === 'helpdesk';
  const changes = {
    body: { from: null, to: body },
    ...(files.length > 0 && { files: { from: [], to: files } }),
  };
  const known = origin ? 'by origin' : idempotencyKey === null ? 'not' : 'by key';
  const [row] = await inserting(context.db, known).execute({
    ...eventValues({ type: typeOf(posting), actor, changes }),
    id: context.newId(),
    number,
    body,
    files,
    internal,
    originChannel: origin?.channel ?? null,
    originTs: origin?.ts ?? null,
    idempotencyKey,
    awaitsReporter,
    turn: turnTo(awaitsReporter ? 'reporter' : 'helpdesk'),
    now: context.clock(),
  });
  return row;
}

/** How a message that is there already is known. */
type Known = 'by origin' | 'by key' | 'not';

const postedFields = [
  'id',
  'actorId',
  'actorName',
  'actorRole',
  'body',
  'files',
  'internal',
  'originChannel',
  'originTs',
  'idempotencyKey',
] as const;

const inserting = buildOnce((db, known: Known) => {
  const before = db.$with('before').as(
    db
      .select({
        locked: sql<number>`${tickets.number}`.as('locked'),
        awaited: sql<boolean>`${tickets.awaitsReporter}`.as('awaited'),
        until: sql`${tickets.waitingUntil}`.as('until'),
        reason: sql`${tickets.waitingReason}`.as('reason'),
        wakes: sql<boolean>`(${wakes})`.as('wakes'),
      })
      .from(tickets)
      .where(
        and(
          eq(tickets.number, sql.placeholder('number')),
          notExists(db.select().from(messages).where(isPosted[known])),
        ),
      )
      .for('no key update'),
  );
  const unlessWoken = (column: typeof tickets.waitingUntil | typeof tickets.waitingReason) =>
    sql`case when ${before.wakes} then null else ${column} end`;
  const isOpen = sql`${tickets.status} <> 'closed'`;
  const touched = db.$with('ticket').as(
    db
      .update(tickets)
      // A note leaves the ticket as it is for users, but takes its turn at the lock like any message.
      .set({
        modifiedAt: sql`case when ${isNote} then ${tickets.modifiedAt} else ${messageMoment()} end`,
        awaitsReporter: sql`case when ${isNote} then ${tickets.awaitsReporter} else ${sql.placeholder('awaitsReporter')}::boolean end`,
        waitingUntil: unlessWoken(tickets.waitingUntil),
        waitingReason: unlessWoken(tickets.waitingReason),
        version: sql`${tickets.version} + ${before.wakes}::int`,
      })
      .from(before)
      .where(eq(tickets.number, before.locked))
      .returning({
        number: tickets.number,
        status: tickets.status,
        modifiedAt: tickets.modifiedAt,
        isTurned: sql`${isOpen} and ${before.awaited} <> ${tickets.awaitsReporter}`.as('is_turned'),
        until: before.until,
        reason: before.reason,
        wakes: before.wakes,
      }),
  );
  const message = insertFrom({
    table: messages,
    from: sql`ticket`,
    values: {
      ...placeholders(postedFields),
      ticketNumber: sql`number`,
      late: sql`status = 'closed'`,
      createdAt: sql`greatest(modified_at, ${now()})`,
    },
  });
  const event = eventFrom({
    from: sql`message, ticket`,
    number: sql`ticket_number`,
    at: sql`created_at`,
    messageId: sql`id`,
    found: sql`case when is_turned then ${changesGiven('turn')} else '{}' end`,
  });
  const woken = insertFrom({
    table: events,
    from: sql`message, ticket where wakes`,
    values: {
      ...placeholders(['actorId', 'actorName', 'actorRole']),
      ticketNumber: sql`ticket_number`,
      type: 'ticket.woken',
      at: sql`created_at`,
      changes: endedWaiting,
    },
  });
  const stored = db.$with('message', getTableColumns(messages)).as(sql`${message} returning *`);
  return db
    .with(before, touched, stored, db.$with('event', {}).as(event), db.$with('woken', {}).as(woken))
    .select()
    .from(stored)
    .prepare(`post_message_${known}`);
});

const { originChannel, originTs, idempotencyKey } = placeholders(postedFields);

/** Whether what is posted now ends the waiting of a ticket: its reporter's word does. */
const wakes = sql`${tickets.waitingUntil} is not null and ${tickets.reporterId} = ${sql.placeholder('actorId')}
  and ${sql.placeholder('actorRole')}::text = 'user'`;

/** Whether what is posted now is a note. */
const isNote = sql`${sql.placeholder('internal')}::boolean`;

/** The condition that a message is the one that is posted now. */
const isPosted: Record<Known, SQL | undefined> = {
  'by origin': cameFrom({ channel: originChannel, ts: originTs }),
  'by key': eq(messages.idempotencyKey, idempotencyKey),
  not: sql`false`,
};

/** Now, but after what another process did whose clock is ahead: the history has the order of the locks. */
function messageMoment(): SQL {
  const { modifiedAt } = tickets;
  const moment = now();
  return sql`case when ${modifiedAt} <= ${moment} then ${moment} else ${modifiedAt} + interval '1 ms' end`;
}

function now(): SQL {
  return sql`${sql.param(sql.placeholder('now'), tickets.modifiedAt)}::timestamptz`;
}

type FindPostedInput = { db: Database } & Posting;

async function findPosted(input: FindPostedInput): Promise<MessageRow | undefined> {
  const { db, number, idempotencyKey } = input;
  const { origin, body } = input.posting;
  if (origin !== undefined) {
    const [row] = await db.select().from(messages).where(cameFrom(origin));
    if (row === undefined || row.ticketNumber === number) return row;
    throw belongsElsewhere();
  }
  if (idempotencyKey === undefined) return undefined;
  const [row] = await db.select().from(messages).where(eq(messages.idempotencyKey, idempotencyKey));
  // Later edits and deletions are not a different message.
  const untouched = row?.editedAt === null && row.deletedAt === null;
  if (row === undefined || (row.ticketNumber === number && (!untouched || row.body === body))) return row;
  throw keyOfAnother();
}

function keyOfAnother(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'This was already sent, with a different text. Look at the ticket before you send it again.',
  });
}

function belongsElsewhere(): AppError {
  return new AppError({
    code: 'idempotency_mismatch',
    message: 'That Slack message already belongs to another ticket.',
  });
}

import type { EventType, PostMessage } from '@campus-desk/contract';
import { and, eq, getTableColumns, notExists, type SQL, sql } from 'drizzle-orm';
import { events, messages, tickets } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { insertFrom } from '../insert-from.ts';
import { changesGiven, eventFrom, eventValues } from '../outbox/event-from.ts';
import { endedWaiting } from '../tickets/waiting-ended.ts';
import { cameFrom, type MessageRow } from './message-row.ts';
import { turnTo } from './turn.ts';

/** What is to be stored under a ticket. */
export type Posting = { number: number; posting: PostMessage; idempotencyKey?: string | undefined };

type InsertMessageInput = { context: Context } & Posting;

/**
 * The new message, with its event and the changed ticket, by one statement; undefined when there is no such ticket, or the
 * message is there. The ticket is changed first, so that it is locked: messages and closing have one order.
 */
export async function insertMessage(input: InsertMessageInput): Promise<MessageRow | undefined> {
  const { context, number, posting, idempotencyKey = null } = input;
  const { actor, body, files, internal, toAll, origin } = posting;
  const awaitsReporter = actor.role === 'helpdesk';
  const changes = {
    body: { from: null, to: body },
    ...(files.length > 0 && { files: { from: [], to: files } }),
  };
  const known = origin ? 'by origin' : idempotencyKey === null ? 'not' : 'by key';
  const [row] = await inserting(context.db, known).execute({
    ...eventValues({ type: postedType(posting), actor, changes }),
    id: context.newId(),
    number,
    body,
    files,
    internal,
    toAll,
    originChannel: origin?.channel ?? null,
    originTs: origin?.ts ?? null,
    idempotencyKey,
    awaitsReporter,
    turn: turnTo(awaitsReporter ? 'reporter' : 'helpdesk'),
    now: context.clock(),
  });
  return row;
}

/** The event that a posted message is. */
export function postedType({ internal }: PostMessage): EventType {
  return internal ? 'note.posted' : 'message.posted';
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
  'toAll',
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

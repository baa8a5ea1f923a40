import { type AppError, type Message, notFound, type SlackRef, unlessHidden } from '@campus-desk/contract';
import { and, eq, type Placeholder, sql } from 'drizzle-orm';
import { type Database, messages, tickets } from '../../db/index.ts';
import { buildOnce } from '../build-once.ts';
import type { TicketRow } from '../tickets/ticket-row.ts';

export type MessageRow = typeof messages.$inferSelect;

const byId = buildOnce(db =>
  db
    .select()
    .from(messages)
    .where(eq(messages.id, sql.placeholder('id')))
    .prepare('message_by_id'),
);

/** The message with this id; throws `not_found`. */
export async function loadMessage({ db, id }: { db: Database; id: string }): Promise<MessageRow> {
  const [row] = await byId(db).execute({ id });
  if (row === undefined) throw noMessage();
  return row;
}

/** What is thrown where no message has an id. */
export function noMessage(): AppError {
  return notFound('There is no such message.', { reason: 'no_message' });
}

/** When a change under a locked ticket happens: now, but never before the last one, because clocks differ. */
export function momentAfter({ ticket, now }: { ticket: TicketRow; now: Date }): Date {
  return now > ticket.modifiedAt ? now : ticket.modifiedAt;
}

type TouchTicketInput = { tx: Database; number: number; at: Date; awaitsReporter?: boolean };

/**
 * Marks a locked ticket as modified. Its version stays: it guards the ticket's own fields, and a message must not
 * get anybody's edit refused.
 */
export async function touchTicket({ tx, number, at, awaitsReporter }: TouchTicketInput): Promise<void> {
  await tx.update(tickets).set({ modifiedAt: at, awaitsReporter }).where(eq(tickets.number, number));
}

/** The condition that a message was first written as this Slack message. */
export function cameFrom({ channel, ts }: SlackRef | { [Part in keyof SlackRef]: Placeholder }) {
  return and(eq(messages.originChannel, channel), eq(messages.originTs, ts));
}

type ToMessageInput = {
  row: MessageRow;
  /** The id of whom the reader is not to know. */
  hidden: string | undefined;
};

/** The message as the API answers it. */
export function toMessage({ row, hidden }: ToMessageInput): Message {
  const actor = { id: row.actorId, name: row.actorName, role: row.actorRole };
  return {
    id: row.id,
    ticketNumber: row.ticketNumber,
    actor: unlessHidden({ person: actor, hidden }),
    ...contentOf({ row, hidden }),
    late: row.late,
    internal: row.internal,
    toAll: row.toAll,
    // A person's direct messages with the bot are one conversation, by which their other messages would tell who it is.
    origin: row.actorId === hidden ? null : originOf(row),
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

/** The link of a file has the id of whoever uploaded it: without it the file is named in the text. */
function contentOf({ row, hidden }: ToMessageInput): Pick<Message, 'body' | 'files'> {
  const { actorId, body, files } = row;
  if (actorId !== hidden) return { body, files };
  const named = files.map(({ name }) => `(file: ${name})`);
  return { body: [body, ...named].filter(line => line !== '').join('\n'), files: [] };
}

function originOf({ originChannel: channel, originTs: ts }: MessageRow): SlackRef | null {
  return channel === null || ts === null ? null : { channel, ts };
}

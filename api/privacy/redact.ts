import { removedText } from '@campus-desk/contract';
import { inArray, type SQL, sql } from 'drizzle-orm';
import { corrections, type Database, events, idempotencyKeys, messages, tickets } from '../../db/index.ts';

/** Fields of a change that hold what people wrote, or who somebody is. */
const tellingFields = [
  'description',
  'location',
  'place',
  'closingNote',
  'body',
  'files',
  'name',
  'reporter',
  'assignee',
  'follower',
  'waiting',
];

type RedactTicketsInput = { tx: Database; numbers: number[] };

/**
 * Removes every text of these tickets: descriptions, notes, the whole conversation, what their history and the
 * categoriser's corrections say of it. Status, category and times stay.
 */
export async function redactTickets({ tx, numbers }: RedactTicketsInput): Promise<void> {
  if (numbers.length === 0) return;
  await tx
    .update(tickets)
    .set({
      description: removedText,
      location: null,
      place: null,
      closingNote: null,
      waitingReason: sql`case when ${tickets.waitingReason} is null then null else ${removedText} end`,
      sourcePermalink: null,
      categoryBecause: [],
      version: sql`${tickets.version} + 1`,
    })
    .where(inArray(tickets.number, numbers));
  await redactMessages({ tx, which: inArray(messages.ticketNumber, numbers) });
  await redactEvents({ tx, which: inArray(events.ticketNumber, numbers) });
  await tx.update(corrections).set({ text: removedText }).where(inArray(corrections.ticketNumber, numbers));
  await tx.delete(idempotencyKeys).where(inArray(idempotencyKeys.ticketNumber, numbers));
}

type WhichInput = { tx: Database; which: SQL | undefined };

/** Removes the texts and files of messages. Their places in Slack stay, so that nothing fetches them again. */
export async function redactMessages({ tx, which }: WhichInput): Promise<void> {
  const body = sql`case when ${messages.deletedAt} is null then ${removedText} else '' end`;
  await tx.update(messages).set({ body, files: [], idempotencyKey: null }).where(which);
}

type RedactEventsInput = WhichInput & {
  /** Changes of an event that stay, as an object; none by default. */
  keeps?: SQL;
};

/** Removes from the history what these events say. That they happened, when, and in which role, stays. */
export async function redactEvents({ tx, which, keeps }: RedactEventsInput): Promise<void> {
  const telling = sql.raw(`array['${tellingFields.join("','")}']`);
  await tx
    .update(events)
    .set({ changes: sql`${events.changes} - ${telling} ${keeps && sql`|| ${keeps}`}` })
    .where(which);
}

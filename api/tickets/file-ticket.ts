import { createHash } from 'node:crypto';
import {
  AppError,
  type Changes,
  type FileTicket,
  invalid,
  type Person,
  type Ticket,
} from '@campus-desk/contract';
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Database, idempotencyKeys, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { isConflict } from '../database-errors.ts';
import { insertFrom } from '../insert-from.ts';
import { eventFrom } from '../outbox/event-from.ts';
import { automaticCategory } from './category-values.ts';
import { mayFileFor } from './policy.ts';
import { loadTicket, type TicketRow, ticketColumns, toTicket } from './ticket-row.ts';

type FileTicketInput = { context: Context; filing: FileTicket; idempotencyKey?: string | undefined };

/**
 * The filed ticket, open and categorised. The same `idempotencyKey` and `filing` answer the ticket that is there;
 * throws `idempotency_mismatch` when the key came with something else before, and `forbidden_for_role` when a user files
 * for somebody else.
 */
export async function fileTicket({ context, filing, idempotencyKey }: FileTicketInput): Promise<Ticket> {
  checkReporter(filing);
  const key = idempotencyKey === undefined ? undefined : keyOf({ filing, key: idempotencyKey });
  const { filed, isNew } = await context.writes.run(() => fileOnce({ context, filing, key }));
  if (isNew) context.announce('ticket.filed');
  return withProblems({ ticket: toTicket(filed), context });
}

/** The ticket with the problems of two teams that it names; where it does, the categoriser is unsure. */
function withProblems({ ticket, context }: { ticket: Ticket; context: Context }): Ticket {
  const { problems } = ticket.categoryUnsure ? context.categoriser.categorise(ticket.description) : {};
  return problems === undefined ? ticket : { ...ticket, problems };
}

function checkReporter(filing: FileTicket): void {
  if (mayFileFor({ actor: filing.actor, reporter: reporterOf(filing) })) return;
  throw new AppError({
    code: 'forbidden_for_role',
    message: 'Only the helpdesk can report a problem for somebody else. Enter as helpdesk to do that.',
  });
}

function reporterOf({ actor, reporter = actor }: FileTicket): Person {
  return { id: reporter.id, name: reporter.name };
}

/** A key with the SHA-256 of what it came with. */
type Key = { key: string; fingerprint: string };

type FileOnceInput = { context: Context; filing: FileTicket; key: Key | undefined };

async function fileOnce(input: FileOnceInput): Promise<{ filed: TicketRow; isNew: boolean }> {
  const { context, filing, key } = input;
  const { db } = context;
  await checkFollowUp({ db, number: filing.followUpOf });
  // Whoever was quicker by less than a statement takes is met at the key itself.
  const filed = await insertTicket(input).catch(error => {
    if (!isConflict(error)) throw error;
  });
  if (filed !== undefined) return { filed, isNew: true };
  if (key === undefined) throw new Error('The insert returned no ticket.');

  const before = await findFiled({ db, key });
  if (before !== undefined) return { filed: before, isNew: false };
  await untilFree({ db, key });
  return fileOnce(input);
}

async function checkFollowUp({ db, number }: { db: Database; number: number | undefined }): Promise<void> {
  if (number === undefined) return;
  const found = await db.$count(tickets, eq(tickets.number, number));
  if (found === 0)
    throw invalid({ path: 'followUpOf', message: `There is no ticket #${number} to follow up.` });
}

/**
 * The new ticket, with its event and its key, by one statement; undefined when the key is known, or taken at this moment:
 * of two at once the second takes no number.
 */
async function insertTicket({ context, filing, key }: FileOnceInput): Promise<TicketRow | undefined> {
  const { db, clock, categoriser } = context;
  const now = clock();
  const { actor, description, location = null, followUpOf = null, source } = filing;
  const categorisation = automaticCategory(categoriser.categorise(description));
  const values = { description, location, ...categorisation, followUpOf };
  const reporter = reporterOf(filing);
  const ticket = insertFrom({
    table: tickets,
    ...(key && { from: sql`free where is_mine` }),
    values: {
      ...values,
      reporterId: reporter.id,
      reporterName: reporter.name,
      sourcePermalink: source?.permalink ?? null,
      openedAt: now,
      modifiedAt: now,
    },
  });
  const event = eventFrom({
    from: sql`ticket`,
    number: sql`number`,
    at: sql`opened_at`,
    type: 'ticket.filed',
    actor,
    changes: filledIn({
      ...{ status: 'open', description, location, category: values.category, followUpOf },
      // History names the reporter where the actor is somebody else.
      reporter: reporter.id === actor.id ? null : reporter,
    }),
  });
  const before = key ? [db.$with('free', {}).as(freeOf(key))] : [];
  const made = db.$with('ticket', ticketColumns).as(sql`${ticket} returning *`);
  const after = [
    db.$with('event', {}).as(event),
    ...(key ? [db.$with('kept', {}).as(keep({ key, now }))] : []),
  ];
  const [filed] = await db
    .with(...before, made, ...after)
    .select()
    .from(made);
  return filed;
}

/** What the new ticket says, as the change from nothing to that. */
function filledIn(values: Record<string, unknown>): Changes {
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(filled.map(([field, to]) => [field, { from: null, to }]));
}

function keyOf({ filing, key }: { filing: FileTicket; key: string }): Key {
  return { key, fingerprint: createHash('sha256').update(JSON.stringify(filing)).digest('hex') };
}

/** The advisory lock of a key, held by whoever files with it until the ticket is stored. */
function lockOf({ key }: Key): SQL {
  return sql`hashtextextended(${key}::text, 0)`;
}

/** One row, in which `is_mine` says whether this statement may file; none when the key has filed before. */
function freeOf(key: Key): SQL {
  return sql`
    select pg_try_advisory_xact_lock(${lockOf(key)}) as is_mine
    where not exists (select from ${idempotencyKeys} where ${idempotencyKeys.key} = ${key.key})`;
}

function keep({ key, now }: { key: Key; now: Date }): SQL {
  const from = sql`ticket`;
  return insertFrom({
    table: idempotencyKeys,
    from,
    values: { ...key, ticketNumber: sql`number`, createdAt: now },
  });
}

/** The ticket that this key filed; throws `idempotency_mismatch` when it came with something else. */
async function findFiled({ db, key }: { db: Database; key: Key }): Promise<TicketRow | undefined> {
  const [before] = await db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key.key));
  if (before === undefined) return undefined;
  if (before.fingerprint === key.fingerprint && before.ticketNumber !== null)
    return loadTicket({ db, number: before.ticketNumber });
  throw new AppError({
    code: 'idempotency_mismatch',
    message: 'This Idempotency-Key already filed a different ticket. Use a new key for a new ticket.',
  });
}

/** Waits until nobody else files with this key. */
async function untilFree({ db, key }: { db: Database; key: Key }): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${lockOf(key)})`);
}

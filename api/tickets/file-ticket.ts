import { createHash } from 'node:crypto';
import type { Categorisation } from '@campus-desk/categoriser';
import {
  AppError,
  type Changes,
  type FileTicket,
  invalid,
  type Person,
  type Ticket,
} from '@campus-desk/contract';
import { eq, type Placeholder, type SQL, sql } from 'drizzle-orm';
import { type Database, idempotencyKeys, tickets } from '../../db/index.ts';
import { buildOnce, placeholders } from '../build-once.ts';
import type { Context } from '../context.ts';
import { isConflict } from '../database-errors.ts';
import { insertFrom } from '../insert-from.ts';
import { eventFrom, eventValues } from '../outbox/event-from.ts';
import { automaticCategory } from './category-values.ts';
import { recognisedPlace } from './place-values.ts';
import { mayFileFor, readerOf } from './policy.ts';
import { loadTicket, storedColumns, type TicketRow, toTicket } from './ticket-row.ts';

type FileTicketInput = { context: Context; filing: FileTicket; idempotencyKey?: string | undefined };

/**
 * The filed ticket, open and categorised. The same `idempotencyKey` and `filing` answer the ticket that is there;
 * throws `idempotency_mismatch` when the key came with something else before, and `forbidden_for_role` when a user files
 * for somebody else.
 */
export async function fileTicket({ context, filing, idempotencyKey }: FileTicketInput): Promise<Ticket> {
  checkReporter(filing);
  const key = idempotencyKey === undefined ? undefined : keyOf({ filing, key: idempotencyKey });
  return context.writes.run(async () => {
    const categorisation = context.categoriser.categorise(filing.description);
    const file = () => fileOnce({ context, filing, key, categorisation });
    const { filed, isNew } = await (key === undefined ? file() : context.turns(key.key, file));
    if (isNew) context.announce('ticket.filed');
    return withProblems({ filed, filing, categorisation });
  });
}

type WithProblemsInput = { filed: TicketRow; filing: FileTicket; categorisation: Categorisation };

/** The ticket with the problems of two teams that it names, while it is unsure and says what was filed. */
function withProblems({ filed, filing, categorisation }: WithProblemsInput): Ticket {
  const { problems } = categorisation;
  const areOpen = filed.categoryUnsure && filed.description === filing.description;
  const reader = readerOf(filing.actor);
  return { ...toTicket({ row: filed, reader }), ...(areOpen && problems && { problems }) };
}

function checkReporter(filing: FileTicket): void {
  if (mayFileFor({ actor: filing.actor, reporter: reporterOf(filing) })) return;
  throw new AppError({
    code: 'forbidden_for_role',
    message: 'Only the helpdesk can report a problem for somebody else. Enter as helpdesk to do that.',
    details: { reason: 'file_for' },
  });
}

function reporterOf({ actor, reporter = actor }: FileTicket): Person {
  return { id: reporter.id, name: reporter.name };
}

/** A key with the SHA-256 of what it came with. */
type Key = { key: string; fingerprint: string };

type FileOnceInput = {
  context: Context;
  filing: FileTicket;
  key: Key | undefined;
  categorisation: Categorisation;
};

async function fileOnce(input: FileOnceInput): Promise<{ filed: TicketRow; isNew: boolean }> {
  const { context, filing, key } = input;
  const { db } = context;
  const nameHidden = await hidesName({ db, filing });
  // Whoever was quicker by less than a statement takes is met at the key itself.
  const filed = await insertTicket({ ...input, nameHidden }).catch(error => {
    if (!isConflict(error)) throw error;
  });
  if (filed !== undefined) return { filed, isNew: true };
  if (key === undefined) throw new Error('The insert returned no ticket.');

  const before = await findFiled({ db, key });
  if (before !== undefined) return { filed: before, isNew: false };
  await untilFree({ db, key });
  return fileOnce(input);
}

/**
 * Whether other users are not to know the reporter: what the filing says, else as with the ticket that it follows up; throws
 * when there is no such ticket.
 */
async function hidesName({ db, filing }: { db: Database; filing: FileTicket }): Promise<boolean> {
  const { followUpOf: number, hideName = false } = filing;
  if (number === undefined) return hideName;
  const [followed] = await db
    .select({ reporterId: tickets.reporterId, nameHidden: tickets.nameHidden })
    .from(tickets)
    .where(eq(tickets.number, number));
  if (followed === undefined)
    throw invalid({
      path: 'followUpOf',
      message: `There is no ticket #${number} to follow up.`,
      reason: 'no_earlier_ticket',
      values: { number },
    });
  const isTheirs = followed.reporterId === reporterOf(filing).id;
  return filing.hideName ?? (isTheirs && followed.nameHidden);
}

type InsertTicketInput = FileOnceInput & { nameHidden: boolean };

/**
 * The new ticket, with its event and its key, by one statement; undefined when the key is known, or taken at this moment.
 * Of two processes with one key the second takes no number, unless the first is done between its snapshot and its lock.
 */
async function insertTicket(input: InsertTicketInput): Promise<TicketRow | undefined> {
  const { context, filing, key, categorisation, nameHidden } = input;
  const { actor, description, location = null, followUpOf = null, source } = filing;
  const { place } = recognisedPlace({ finder: context.places(), ticket: { description, location } });
  const urgent = context.tellsOfDanger(description);
  const values = { description, location, place, urgent, ...automaticCategory(categorisation), followUpOf };
  const reporter = reporterOf(filing);
  const changes = filledIn({
    ...{ status: 'open', description, location, category: values.category, followUpOf },
    place: place === null ? null : { name: place },
    urgent: urgent || null,
    nameHidden: nameHidden || null,
    // History names the reporter where the actor is somebody else.
    reporter: reporter.id === actor.id ? null : reporter,
  });
  const [filed] = await inserting(context.db, key ? 'with key' : 'without key').execute({
    ...values,
    ...eventValues({ type: 'ticket.filed', actor, changes }),
    reporterId: reporter.id,
    reporterName: reporter.name,
    nameHidden,
    sourcePermalink: source?.permalink ?? null,
    now: context.clock(),
    ...key,
  });
  return filed && { ...filed, duplicates: [], followers: 0, followsHidden: false };
}

const filedFields = [
  'description',
  'location',
  'place',
  'category',
  'categorySecond',
  'categorySource',
  'categoryConfidence',
  'categoryUnsure',
  'categoryBecause',
  'categoryModel',
  'urgent',
  'followUpOf',
  'reporterId',
  'reporterName',
  'nameHidden',
  'sourcePermalink',
] as const;

const inserting = buildOnce((db, shape: 'with key' | 'without key') => {
  const isKeyed = shape === 'with key';
  const now = sql.placeholder('now');
  const ticket = insertFrom({
    table: tickets,
    ...(isKeyed && { from: sql`free where is_mine` }),
    values: { ...placeholders(filedFields), openedAt: now, modifiedAt: now },
  });
  const event = eventFrom({ from: sql`ticket`, number: sql`number`, at: sql`opened_at` });
  const made = db.$with('ticket', storedColumns).as(sql`${ticket} returning *`);
  const before = isKeyed ? [db.$with('free', {}).as(freeKey)] : [];
  const after = [
    db.$with('event', {}).as(event),
    ...(isKeyed ? [db.$with('kept', {}).as(keptKey({ now }))] : []),
  ];
  return db
    .with(...before, made, ...after)
    .select()
    .from(made)
    .prepare(`file_ticket_${shape}`);
});

/** What the new ticket says, as the change from nothing to that. */
function filledIn(values: Record<string, unknown>): Changes {
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(filled.map(([field, to]) => [field, { from: null, to }]));
}

function keyOf({ filing, key }: { filing: FileTicket; key: string }): Key {
  return { key, fingerprint: createHash('sha256').update(JSON.stringify(filing)).digest('hex') };
}

/** The advisory lock of a key, held by whoever files with it until the ticket is stored. */
function lockOf(key: string | Placeholder): SQL {
  return sql`hashtextextended(${key}::text, 0)`;
}

const given = placeholders(['key', 'fingerprint']);

/** One row, in which `is_mine` says whether this statement may file; none when the key has filed before. */
const freeKey = sql`
  select pg_try_advisory_xact_lock(${lockOf(given.key)}) as is_mine
  where not exists (select from ${idempotencyKeys} where ${idempotencyKeys.key} = ${given.key})`;

function keptKey({ now }: { now: Placeholder }): SQL {
  const values = { ...given, ticketNumber: sql`number`, createdAt: now };
  return insertFrom({ table: idempotencyKeys, from: sql`ticket`, values });
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
  await db.execute(sql`select pg_advisory_xact_lock(${lockOf(key.key)})`);
}

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
import { eq } from 'drizzle-orm';
import { type Database, idempotencyKeys, tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { type Transaction, transact } from '../transact.ts';
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
  const { categoriser, clock } = context;
  checkReporter(filing);
  const now = clock();
  const categorisation = categoriser.categorise(filing.description);

  return transact({
    context,
    work: async ({ tx, record }) => {
      const filedBefore = await claimKey({ tx, filing, key: idempotencyKey, now });
      if (filedBefore !== undefined) return toTicket(await loadTicket({ db: tx, number: filedBefore }));

      await checkFollowUp({ tx, number: filing.followUpOf });
      const row = await insertTicket({ tx, filing, categorisation, now });
      await rememberNumber({ tx, key: idempotencyKey, number: row.number });
      await recordFiling({ record, filing, row });
      return toTicket(row);
    },
  });
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

type ClaimKeyInput = { tx: Database; filing: FileTicket; key: string | undefined; now: Date };

/**
 * Takes the key for this filing, or answers the number of the ticket it made before. The row comes first in the
 * transaction: of two at once, the second waits here and takes no number.
 */
async function claimKey({ tx, filing, key, now }: ClaimKeyInput): Promise<number | undefined> {
  if (key === undefined) return undefined;
  const fingerprint = createHash('sha256').update(JSON.stringify(filing)).digest('hex');
  const claimed = await tx
    .insert(idempotencyKeys)
    .values({ key, fingerprint, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return undefined;

  const [before] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  if (before?.fingerprint === fingerprint && before.ticketNumber !== null) return before.ticketNumber;
  throw new AppError({
    code: 'idempotency_mismatch',
    message: 'This Idempotency-Key already filed a different ticket. Use a new key for a new ticket.',
  });
}

async function checkFollowUp({ tx, number }: { tx: Database; number: number | undefined }): Promise<void> {
  if (number === undefined) return;
  const found = await tx.$count(tickets, eq(tickets.number, number));
  if (found === 0)
    throw invalid({ path: 'followUpOf', message: `There is no ticket #${number} to follow up.` });
}

type InsertTicketInput = { tx: Database; filing: FileTicket; categorisation: Categorisation; now: Date };

async function insertTicket({ tx, filing, categorisation, now }: InsertTicketInput): Promise<TicketRow> {
  const reporter = reporterOf(filing);
  const [row] = await tx
    .insert(tickets)
    .values({
      description: filing.description,
      location: filing.location ?? null,
      ...automaticCategory(categorisation),
      reporterId: reporter.id,
      reporterName: reporter.name,
      followUpOf: filing.followUpOf ?? null,
      sourcePermalink: filing.source?.permalink ?? null,
      openedAt: now,
      modifiedAt: now,
    })
    .returning(ticketColumns);
  if (row === undefined) throw new Error('The insert returned no ticket.');
  return row;
}

type RememberNumberInput = { tx: Database; key: string | undefined; number: number };

async function rememberNumber({ tx, key, number }: RememberNumberInput): Promise<void> {
  if (key === undefined) return;
  await tx.update(idempotencyKeys).set({ ticketNumber: number }).where(eq(idempotencyKeys.key, key));
}

type RecordFilingInput = { record: Transaction['record']; filing: FileTicket; row: TicketRow };

function recordFiling({ record, filing, row }: RecordFilingInput): Promise<void> {
  const { status, description, location, category, followUpOf } = row;
  // History names the reporter where the actor is somebody else.
  const reporter = row.reporterId === filing.actor.id ? null : reporterOf(filing);
  const filled = Object.entries({ status, description, location, category, followUpOf, reporter }).filter(
    ([, value]) => value !== null,
  );
  const changes: Changes = Object.fromEntries(filled.map(([field, to]) => [field, { from: null, to }]));
  return record({
    ticketNumber: row.number,
    type: 'ticket.filed',
    actor: filing.actor,
    at: row.openedAt,
    changes,
  });
}

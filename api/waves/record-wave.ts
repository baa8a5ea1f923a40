import { campusDesk, type WaveScope } from '@campus-desk/contract';
import { eq, sql } from 'drizzle-orm';
import { type Database, waves, waveTickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { lockTickets } from '../tickets/ticket-row.ts';
import { type Transaction, transact } from '../transact.ts';
import { readCurrentWaves, waveAmong } from './current-waves.ts';
import type { FoundWave } from './find-wave.ts';

type RecordWaveInput = { context: Context; wave: FoundWave; now: Date };

/**
 * Stores a wave with the event that tells helpdesk, once: of several who find it at the same time one does, and what it
 * did not know of yet is added.
 */
export function recordWave({ context, wave, now }: RecordWaveInput): Promise<void> {
  return inTurn(context, async transaction => {
    const { tx, record } = transaction;
    const { numbers, ...values } = wave;
    const all = new Set(numbers);
    const current = waveAmong({
      waves: await readCurrentWaves({ db: tx, now: context.databaseTime() }),
      around: { place: all, campus: all },
    });
    if (current !== undefined)
      return grow({ ...transaction, id: current.id, numbers, scope: wave.scope, now });

    const [ticketNumber = 0] = numbers;
    const [stored] = await tx
      .insert(waves)
      .values({ ...values, ticketNumber, foundAt: now, lastReportAt: now })
      .returning({ id: waves.id });
    if (stored === undefined) throw new Error('The insert returned no wave.');
    await tx.insert(waveTickets).values(numbers.map(number => ({ waveId: stored.id, ticketNumber: number })));
    const { id } = stored;
    const changes = {
      wave: { from: null, to: id },
      tickets: { from: [], to: numbers },
      people: { from: 0, to: wave.people },
    };
    await lockTickets({ tx, numbers: [ticketNumber] });
    await record({ ticketNumber, type: 'wave.found', actor: campusDesk, at: now, changes });
  });
}

type GrowWaveInput = {
  context: Context;
  id: number;
  numbers: number[];
  /** Where these were found together, if they were. */
  scope?: WaveScope;
  now: Date;
};

/** Adds tickets to a wave, and whoever has reported them; its event is told only where there is something new. */
export function growWave({ context, ...growth }: GrowWaveInput): Promise<void> {
  return inTurn(context, transaction => grow({ ...transaction, ...growth }));
}

async function grow(input: Transaction & Omit<GrowWaveInput, 'context'>): Promise<void> {
  const { tx, record, id, numbers, scope = 'place', now } = input;
  const [before] = await tx.select().from(waves).where(eq(waves.id, id));
  if (before === undefined) return;
  const added = await tx
    .insert(waveTickets)
    .values(numbers.map(number => ({ waveId: id, ticketNumber: number })))
    .onConflictDoNothing()
    .returning({ number: waveTickets.ticketNumber });
  const people = await countPeople({ tx, id });
  if (added.length === 0 && people === before.people) return;

  await tx
    .update(waves)
    .set({
      people,
      ...(scope === 'campus' && { scope }),
      lastReportAt: sql`greatest(${waves.lastReportAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(eq(waves.id, id));
  const { ticketNumber } = before;
  const changes = {
    wave: { from: id, to: id },
    tickets: { from: [], to: added.map(({ number }) => number).toSorted((a, b) => a - b) },
    people: { from: before.people, to: people },
  };
  await lockTickets({ tx, numbers: [ticketNumber] });
  await record({ ticketNumber, type: 'wave.grown', actor: campusDesk, at: now, changes });
}

/** Everybody who reported one of the tickets of a wave, or follows one. */
async function countPeople({ tx, id }: { tx: Database; id: number }): Promise<number> {
  const [counted] = await tx.select({ people: sql<number>`count(distinct person)::int` }).from(sql`(
      select reporter_id as person from tickets join wave_tickets on ticket_number = number where wave_id = ${id}
      union all
      select user_id from followers join wave_tickets using (ticket_number) where wave_id = ${id}
    ) as people`);
  return counted?.people ?? 0;
}

/** Waves are stored one after the other, whichever process finds them. */
function inTurn(context: Context, work: (transaction: Transaction) => Promise<void>): Promise<void> {
  return transact({
    context,
    work: async transaction => {
      await transaction.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('waves', 0))`);
      await work(transaction);
    },
  });
}

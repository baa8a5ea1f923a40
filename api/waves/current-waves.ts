import type { WaveScope } from '@campus-desk/contract';
import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { type Database, tickets, waves, waveTickets } from '../../db/index.ts';

/** A wave is over when nobody has reported it for so long, so long after it was found, or when its tickets are closed. */
const quietHours = 24;
const maxHours = 48;

/** Tickets that tell of the same as another: in its place, and in all of the campus. */
type Around = { place: ReadonlySet<number>; campus: ReadonlySet<number> };

/** A wave that goes on, with its tickets. */
export type CurrentWave = { id: number; scope: WaveScope; numbers: Set<number> };

type ReadCurrentWavesInput = { db: Database; now: SQL };

/** The waves that go on, the newest first. */
export async function readCurrentWaves({ db, now }: ReadCurrentWavesInput): Promise<CurrentWave[]> {
  const isUnclosed = sql`exists (
    select from ${waveTickets} as members join ${tickets} on ${tickets.number} = members.ticket_number
    where members.wave_id = ${waves.id} and ${tickets.status} <> 'closed')`;
  const rows = await db
    .select({
      id: waves.id,
      scope: waves.scope,
      numbers: sql<number[]>`array_agg(${waveTickets.ticketNumber})`,
    })
    .from(waves)
    .innerJoin(waveTickets, eq(waveTickets.waveId, waves.id))
    .where(
      and(
        sql`${waves.lastReportAt} > ${now} - make_interval(hours => ${quietHours})`,
        sql`${waves.foundAt} > ${now} - make_interval(hours => ${maxHours})`,
        isUnclosed,
      ),
    )
    .groupBy(waves.id)
    .orderBy(desc(waves.id));
  return rows.map(({ numbers, ...wave }) => ({ ...wave, numbers: new Set(numbers) }));
}

type WaveAmongInput = { waves: readonly CurrentWave[]; around: Around };

/** The first of these waves that goes on among such tickets. */
export function waveAmong({ waves, around }: WaveAmongInput): CurrentWave | undefined {
  return waves.find(({ scope, numbers }) => {
    const isIn = (number: number) => numbers.has(number);
    return [...around.place].some(isIn) || (scope === 'campus' && [...around.campus].some(isIn));
  });
}

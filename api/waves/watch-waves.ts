import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { offeredFrom, type WaveScope } from '@campus-desk/contract';
import type { Logger, Part } from '@campus-desk/service-kit';
import DataLoader from 'dataloader';
import { sql } from 'drizzle-orm';
import { tickets } from '../../db/index.ts';
import type { Context } from '../context.ts';
import { type IndexedTicket, readIndexed } from '../similar/read-indexed.ts';
import type { SimilarTickets } from '../similar/similar-tickets.ts';
import { numbered } from '../tickets/ticket-row.ts';
import { type CurrentWave, readCurrentWaves, waveAmong } from './current-waves.ts';
import { findWave, minPeople } from './find-wave.ts';
import type { History, Report } from './likely-reports.ts';
import { readHistory, readRecent } from './read-reports.ts';
import { growWave, recordWave } from './record-wave.ts';

/** In a rush the newest are looked at first; that the same is reported shows in them. */
const maxAtOnce = 20;

/** In a rush, looking takes a fifth of the time at most: after it, others have four times as long, but no more than this. */
const maxPauseMs = 1000;
const afterFailureMs = 5000;

/** `look` says that something was reported; filing does not wait for it. */
export type WaveWatch = Part & { look: () => void };

type WatchWavesInput = {
  context: Context;
  /** The tickets of the last weeks by what they tell. */
  recent: SimilarTickets;
  logger: Logger;
};

/** Finds waves among what is reported, with what comes later, and stores them; several processes may do it at once. */
export function watchWaves({ context, recent, logger }: WatchWavesInput): WaveWatch {
  const stopping = new AbortController();
  const { signal } = stopping;
  let seen = new Set<string>();
  let isWanted = false;
  let running: Promise<void> | undefined;
  return {
    look,
    stop: async () => {
      stopping.abort();
      recent.stop();
      await running;
    },
  };

  function look(): void {
    isWanted = true;
    running ??= lookWhileWanted().finally(() => {
      running = undefined;
      // Something was reported in the very moment of ending.
      if (isWanted && !signal.aborted) look();
    });
  }

  async function lookWhileWanted(): Promise<void> {
    while (isWanted && !signal.aborted) {
      isWanted = false;
      const from = performance.now();
      const isDone = await lookOnce().then(
        () => true,
        error => {
          if (!signal.aborted) logger.warn({ err: error }, 'cannot look for waves; trying again soon');
          isWanted = true;
          return false;
        },
      );
      const pauseMs = isDone ? Math.min(4 * (performance.now() - from), maxPauseMs) : afterFailureMs;
      await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async function lookOnce(): Promise<void> {
    const reports = await readRecent({ db: context.db, now: context.databaseTime() });
    const fresh = reports.filter(report => !seen.has(keyOf(report)));
    const areEnough = new Set(reports.map(({ person }) => person)).size >= minPeople;
    const numbers = areEnough ? [...new Set(fresh.map(report => report.number))] : [];
    const later = new Set(numbers.splice(0, numbers.length - maxAtOnce));
    if (numbers.length > 0) await lookAt({ reports, numbers });
    seen = new Set(reports.filter(({ number }) => !later.has(number)).map(keyOf));
    if (later.size > 0) isWanted = true;
  }

  async function lookAt({ reports, numbers }: { reports: Report[]; numbers: number[] }): Promise<void> {
    await recent.refresh();
    const around = createAround({ context, recent, numbers });
    let history: Promise<History> | undefined;
    const readOnce = () => {
      const { db, databaseTime } = context;
      history ??= readHistory({ db, now: databaseTime(), firstKnown: recent.first() });
      return history;
    };
    const now = await readNow(context);
    const join = (joining: number[]) => joinWaves({ context, numbers: joining, around, now });
    let left = await join(numbers);
    while (left.length > 0 && !signal.aborted) {
      const [number = 0, ...others] = left;
      const wave = await findWave({ number, reports, around, history: readOnce });
      if (wave !== undefined) await recordWave({ context, wave, now });
      left = wave === undefined ? others : await join(others);
    }
  }
}

type JoinWavesInput = { context: Context; numbers: number[]; around: FindAround; now: Date };

/** Adds tickets to the waves that go on among those like them, each wave once; answers those that are in none. */
async function joinWaves({ context, numbers, around, now }: JoinWavesInput): Promise<number[]> {
  const waves = await readCurrentWaves({ db: context.db, now: context.databaseTime() });
  if (waves.length === 0) return numbers;
  const waveOf = new Map<number, CurrentWave>();
  for (const number of numbers) {
    // In a rush each has thousands that are like it: requests get their turn in between.
    await nextTurn();
    const [place, campus] = [
      await around({ number, scope: 'place' }),
      await around({ number, scope: 'campus' }),
    ];
    const wave = waveAmong({ waves, around: { place, campus } });
    if (wave === undefined) continue;
    waveOf.set(number, wave);
    // What is like it belongs to the wave, too.
    wave.numbers.add(number);
  }
  for (const { id } of new Set(waveOf.values())) {
    const joining = numbers.filter(number => waveOf.get(number)?.id === id);
    await growWave({ context, id, numbers: joining, now });
  }
  return numbers.filter(number => !waveOf.has(number));
}

/** One report: somebody's of one ticket. */
function keyOf({ number, person }: Report): string {
  return `${number} ${person}`;
}

type ReadNowInput = Pick<Context, 'db' | 'databaseTime' | 'clock'>;

async function readNow({ db, databaseTime, clock }: ReadNowInput): Promise<Date> {
  const [row] = await db
    .select({ now: sql<Date>`${databaseTime()}`.mapWith(tickets.openedAt) })
    .from(sql`(values (1)) as one`);
  return row?.now ?? clock();
}

type CreateAroundInput = {
  context: Context;
  recent: SimilarTickets;
  /** Those that are asked about first: what they tell is read together. */
  numbers: readonly number[];
};

type FindAround = ReturnType<typeof createAround>;

/** Says which tickets tell of the same as one, itself among them; each is asked about once. */
function createAround({ context, recent, numbers }: CreateAroundInput) {
  const known = new Map<string, Promise<ReadonlySet<number>>>();
  const reading = new DataLoader(readWords);
  void reading.loadMany(numbers);
  return ({ number, scope }: { number: number; scope: WaveScope }) => {
    const key = `${number} ${scope}`;
    const found = known.get(key) ?? find({ number, scope });
    known.set(key, found);
    return found;
  };

  async function find({ number, scope }: { number: number; scope: WaveScope }) {
    const ticket = await reading.load(number);
    if (ticket === undefined) return new Set([number]);
    const { category, openedAt, ...words } = ticket;
    const found = recent.findKnown({
      words,
      category,
      now: openedAt,
      min: offeredFrom,
      limit: Number.POSITIVE_INFINITY,
      placeNow: context.places().nameOf,
      anywhere: scope === 'campus',
      oneThingIsEnough: scope === 'campus',
    });
    return new Set([number, ...found.map(one => one.number)]);
  }

  async function readWords(numbers: readonly number[]): Promise<(IndexedTicket | undefined)[]> {
    const read = await readIndexed({ db: context.db, where: numbered(numbers) });
    const byNumber = new Map(read.map(ticket => [ticket.number, ticket]));
    return numbers.map(number => byNumber.get(number));
  }
}

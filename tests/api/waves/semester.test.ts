import { readFileSync } from 'node:fs';
import { createCategoriser, createTicketIndex } from '@campus-desk/categoriser';
import { createCampusTime, offeredFrom, type WaveScope, waveScopes } from '@campus-desk/contract';
import { describe, expect, test } from 'vitest';
import { readCampus } from '../../../api/campus/campus-file.ts';
import { placeOfTickets } from '../../../api/campus/places-of.ts';
import { findWave, minPeople } from '../../../api/waves/find-wave.ts';
import { type History, historyMs, type Report, weekMs, windowMs } from '../../../api/waves/likely-reports.ts';
import { createRandom, type Random } from '../../../db/demo/random.ts';
import { readFilings } from '../../../db/demo/read-filings.ts';
import { semesterStories } from '../../../db/demo/semester.ts';
import { demoCampusFile } from '../../../demo-campus.ts';

const now = new Date('2026-11-30T10:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;
const seeds = [1, 2, 3, 4, 5];

type Words = { description: string; location: string | null };
/** Somebody reports something: a text by its position among all texts. */
type Arrival = { text: number; person: string; at: Date; planted?: number };

const placeOf = placeOfTickets(await readCampus({ path: undefined, fallback: demoCampusFile }));
const filings = readFilings();
const problems = ['same-problem.txt', 'same-problem-unseen.txt'].flatMap(readProblems);
const texts: Words[] = [...filings.flatMap(one => [one, ...one.followUps]), ...problems.flat()];
const positions = new Map(texts.map(({ description }, at) => [description, at]));
const same = likeness();

describe.each(seeds)('in a semester of the demo, drawn with seed %i', seed => {
  test('nothing is told of: no Monday at nine, no first week of term', async () => {
    expect(await wavesIn(semester({ seed, times: 1 }))).toEqual([]);
  });

  test('nor on a campus that has four times as much to report', async () => {
    expect(await wavesIn(semester({ seed, times: 4 }))).toEqual([]);
  });

  test('each of sixty problems that five people report at once is told of', async () => {
    const quiet = semester({ seed, times: 1 });
    const planted = problems.flatMap((problem, at) =>
      plant({ problem, at, random: createRandom(seed * 100 + at) }),
    );

    const found = await wavesIn([...quiet, ...planted]);

    const told = new Set(found.flatMap(wave => wave.planted));
    expect(problems.filter((_, at) => !told.has(at)).map(([first]) => first?.description)).toEqual([]);
    expect(found.filter(wave => wave.planted.length === 0)).toEqual([]);
  });
});

/** The filings of half a year, each so many times, by different people. */
function semester({ seed, times }: { seed: number; times: number }): Arrival[] {
  const stories = semesterStories({
    filings: Array.from({ length: times }, () => filings).flat(),
    now,
    time: createCampusTime('Europe/Rome'),
    random: createRandom(seed),
  });
  return stories.map(({ events }, person) => {
    const filed = events[0];
    const text = positions.get(String(filed?.changes.description?.to)) ?? 0;
    return { text, person: `P${person}`, at: filed?.at ?? now };
  });
}

/** Five people report a problem in any order, and in several languages, within an hour and a half at most. */
function plant({
  problem,
  at: planted,
  random,
}: {
  problem: Words[];
  at: number;
  random: Random;
}): Arrival[] {
  const inOrder = problem
    .map(words => ({ words, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .slice(0, 5);
  let at = now.getTime() - 170 * day + ((planted + random.next()) / problems.length) * 160 * day;
  return inOrder.map(({ words }, person) => {
    at += random.between(1, 20) * minute;
    return {
      text: positions.get(words.description) ?? 0,
      person: `W${planted} ${person}`,
      at: new Date(at),
      planted,
    };
  });
}

/** Every wave: what is said in it, and the planted problems among that. */
async function wavesIn(unsorted: Arrival[]): Promise<{ texts: string[]; planted: number[] }[]> {
  const arrivals = unsorted.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const inWaves = new Set<number>();
  const found = [];
  for (const [number, { at: now }] of arrivals.entries()) {
    const isSince = (ms: number) => arrivals.findIndex(one => now.getTime() - one.at.getTime() < ms);
    const since = isSince(windowMs);
    const reportsOf = (from: number, to: number) =>
      arrivals
        .slice(from, to)
        .map(({ person, at }, index) => ({ number: from + index, person, at }))
        .filter(one => !inWaves.has(one.number));
    const reports = reportsOf(since, number + 1);
    if (reports.length < minPeople) continue;
    const history = async () => historyOf({ reports: reportsOf(isSince(historyMs), since), now });
    const wave = await findWave({ number, reports, around: aroundIn(arrivals), history });
    if (wave === undefined) continue;
    for (const member of wave.numbers) inWaves.add(member);
    const members = wave.numbers.flatMap(member => arrivals[member] ?? []);
    const said = members.map(({ text }) => texts[text]?.description ?? '');
    found.push({ texts: said, planted: members.flatMap(({ planted }) => planted ?? []) });
  }
  return found;
}

function historyOf({ reports, now }: { reports: Report[]; now: Date }): History {
  const agoMs = ({ at }: Report) => now.getTime() - at.getTime();
  const weeks = Math.max(0, ...reports.slice(0, 1).map(agoMs)) / weekMs;
  const atThisHour = reports.filter(report => agoMs(report) % weekMs < windowMs).length;
  return { reports: reports.length, atThisHour, weeks, newest: reports };
}

function aroundIn(arrivals: Arrival[]) {
  return async ({ number, scope }: { number: number; scope: WaveScope }) => {
    const alike = same[scope][arrivals[number]?.text ?? 0];
    return new Set(arrivals.flatMap(({ text }, at) => (alike?.has(text) ? [at] : [])));
  };
}

/** Which texts tell of the same as each text, itself among them. */
function likeness(): Record<WaveScope, ReadonlySet<number>[]> {
  const { categorise } = createCategoriser();
  const tickets = texts.map((words, number) => {
    const { category, unsure } = categorise(words.description);
    return { ...words, place: placeOf(words), category: unsure ? null : category, number, openedAt: now };
  });
  const index = createTicketIndex();
  for (const ticket of tickets) index.put(ticket);
  const [place, campus] = waveScopes.map(scope =>
    tickets.map(({ number, category, ...words }) => {
      const isCampus = scope === 'campus';
      const likeWaves = { anywhere: isCampus, oneThingIsEnough: isCampus };
      const asked = { words, category, now, min: offeredFrom, limit: 500, ...likeWaves };
      return new Set([number, ...index.find(asked).map(one => one.number)]);
    }),
  );
  return { place: place ?? [], campus: campus ?? [] };
}

/** The problems of a set that at least five people tell of, each in several languages. */
function readProblems(file: string): Words[][] {
  const text = readFileSync(new URL(`../../packages/categoriser/similar/${file}`, import.meta.url), 'utf8');
  const [, ...groups] = text.split(/^##.*$/m);
  return groups
    .map(group =>
      group
        .split('\n')
        .filter(line => line.includes('|'))
        .map(line => line.split('|').map(part => part.trim()))
        .map(([, description = '', location = '']) => ({ description, location: location || null })),
    )
    .filter(({ length }) => length >= 5);
}

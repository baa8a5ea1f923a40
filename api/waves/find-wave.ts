import { type WaveScope, waveScopes } from '@campus-desk/contract';
import { chanceOf, type History, likelyReports, type Report } from './likely-reports.ts';

/** Fewer people are no wave, however quiet the hour is. */
export const minPeople = 3;

/** How rarely the others of a group may come by chance: a campus with thousands of reports a year tells of none. */
const maxChance = 2e-5;

/** Several people report the same. */
export type FoundWave = { numbers: number[]; people: number; likely: number; scope: WaveScope };

type FindWaveInput = {
  /** The ticket that somebody has just filed or joined. */
  number: number;
  /** What counts of the last two hours. */
  reports: readonly Report[];
  /** The tickets that tell of the same as this one, itself among them, old ones too. */
  around: (input: { number: number; scope: WaveScope }) => Promise<ReadonlySet<number>>;
  /** It is asked for only where enough people report the same. */
  history: () => Promise<History>;
};

/**
 * The wave that a ticket is part of: reports of the same problem by different people, far more than the last weeks make
 * likely for the hour. They need not be like each other if they are all like one of them.
 */
export async function findWave(input: FindWaveInput): Promise<FoundWave | undefined> {
  for (const scope of waveScopes)
    for (const group of await groupsOf({ ...input, scope })) {
      const wave = judge({ ...input, ...group, scope, history: await input.history() });
      if (wave !== undefined) return wave;
    }
  return undefined;
}

type Group = { same: ReadonlySet<number>; numbers: number[]; people: number };

/** The groups that the ticket is in, those of most people first: around itself, and around those that are like it. */
async function groupsOf(input: FindWaveInput & { scope: WaveScope }): Promise<Group[]> {
  const { number, reports, around, scope } = input;
  const recent = new Set(reports.map(report => report.number));
  const near = [...(await around({ number, scope }))].filter(other => recent.has(other));
  const groups: Group[] = [];
  for (const center of new Set([number, ...near])) {
    const same = await around({ number: center, scope });
    const numbers = [...recent].filter(other => same.has(other)).toSorted((a, b) => a - b);
    const people = new Set(reports.filter(one => same.has(one.number)).map(({ person }) => person)).size;
    if (same.has(number) && people >= minPeople) groups.push({ same, numbers, people });
  }
  return groups.toSorted((a, b) => b.people - a.people);
}

type JudgeInput = Group & { scope: WaveScope; history: History };

function judge({ same, numbers, people, scope, history }: JudgeInput): FoundWave | undefined {
  const likely = likelyReports({ history, isSame: ({ number }) => same.has(number) });
  // One report has come: the question is how likely the others are.
  const isFarAbove = chanceOf({ count: people - 1, likely }) <= maxChance;
  return isFarAbove ? { numbers, people, likely, scope } : undefined;
}

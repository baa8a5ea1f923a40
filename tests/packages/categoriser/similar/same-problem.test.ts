import { answersFrom, offeredFrom, sameFrom } from '@campus-desk/contract';
import { describe, expect, it } from 'vitest';
import { comparePairs, compareWithNotes, type Pair } from './measure-pairs.ts';

describe.each([
  { file: 'same-problem.txt', twins: 0.92, hardStrangers: 0.001, asked: 0.69 },
  { file: 'same-problem-unseen.txt', twins: 0.85, hardStrangers: 0.02, asked: 0.47 },
])('of the filings in $file', ({ file, twins, hardStrangers, asked }) => {
  const pairs = comparePairs(`./${file}`);
  const areTwins = pairs.filter(({ kind }) => kind === 'twin');
  const areStrangers = pairs.filter(({ kind }) => kind === 'stranger');

  it('those that tell of the same problem are offered, in every language', () => {
    expect(share(areTwins, isOffered)).toBeGreaterThan(twins);
    for (const language of ['en', 'it', 'de', 'es', 'fr'])
      expect(
        share(
          areTwins.filter(({ filed }) => filed.language === language),
          isOffered,
        ),
      ).toBeGreaterThan(0.8);
  });

  it('those that tell of another one are not', () => {
    expect(
      share(
        areStrangers.filter(({ isHard }) => isHard),
        isOffered,
      ),
    ).toBeLessThan(hardStrangers);
    expect(share(areStrangers, isOffered)).toBeLessThan(0.005);
  });

  it('about half of the twins at least, and no stranger, are so much alike that they are asked about', () => {
    expect(share(areTwins, isAskedAbout)).toBeGreaterThan(asked);
    expect(areStrangers.filter(isAskedAbout)).toEqual([]);
  });
});

it('of sixty pairs that nothing was chosen by, most twins are offered, and few of the hardest strangers', () => {
  const pairs = comparePairs('./same-problem-pairs.txt');
  const strangers = pairs.filter(({ kind }) => kind === 'stranger');
  const isTwin = ({ kind }: Pair) => kind === 'twin';

  expect(share(pairs.filter(isTwin), isOffered)).toBeGreaterThan(0.72);
  expect(
    share(
      strangers.filter(({ isHard }) => isHard),
      isOffered,
    ),
  ).toBeLessThan(0.13);
  expect(share(strangers, isOffered)).toBeLessThan(0.002);
});

describe('what two people each have their own of', () => {
  const strangers = comparePairs('./own-requests.txt').filter(({ kind }) => kind === 'stranger');

  it('is not asked about, and seldom offered', () => {
    expect(strangers.filter(isAskedAbout)).toEqual([]);
    expect(share(strangers, isOffered)).toBeLessThan(0.06);
  });

  it.each(['student card', 'transcript', 'certificate', 'key card', 'tessera', 'Schlüsselkarte', 'relevé'])(
    'is not even offered for a %s',
    thing => {
      const areOf = strangers.filter(
        ({ filed: { description, location } }) => description.includes(thing) && location === null,
      );

      expect(areOf.length).toBeGreaterThan(0);
      expect(areOf.filter(isOffered)).toEqual([]);
    },
  );
});

describe.each([
  { file: 'same-problem.txt', right: 0.94, wrongAlone: 0.3 },
  { file: 'same-problem-unseen.txt', right: 0.84, wrongAlone: 0.2 },
  { file: 'same-problem-pairs.txt', right: 0.63, wrongAlone: 0.23 },
])('of the notes of all filings in $file', ({ file, right, wrongAlone }) => {
  const pairs = compareWithNotes(`./${file}`);
  const asked = [...new Set(pairs.map(({ filed }) => filed))].map(text =>
    pairs.filter(({ filed }) => filed === text),
  );

  it('most people get one of the same problem', () => {
    const answerable = asked.filter(notes => notes.some(({ kind }) => kind === 'twin'));

    expect(share(answerable, notes => bestOf(notes)?.kind === 'twin')).toBeGreaterThan(right);
  });

  it('where there is none of the same problem, most get none', () => {
    const others = asked.map(notes => notes.filter(({ kind }) => kind === 'stranger'));

    expect(share(others, notes => bestOf(notes) !== undefined)).toBeLessThan(wrongAlone);
  });
});

/** The note that is shown. */
function bestOf(pairs: readonly Pair[]): Pair | undefined {
  const [best] = pairs.toSorted((a, b) => b.similarity - a.similarity);
  return best !== undefined && best.similarity >= answersFrom ? best : undefined;
}

/** Three are offered at most. */
function isOffered({ similarity, strangersBefore }: Pair): boolean {
  return similarity >= offeredFrom && strangersBefore < 3;
}

function isAskedAbout({ similarity }: Pair): boolean {
  return similarity >= sameFrom;
}

function share<One>(all: readonly One[], isCounted: (one: One) => boolean): number {
  return all.filter(isCounted).length / all.length;
}

import { offeredFrom, sameFrom } from '@campus-desk/contract';
import { describe, expect, it } from 'vitest';
import { comparePairs, type Pair } from './measure-pairs.ts';

describe.each([
  { file: 'same-problem.txt', twins: 0.92, hardStrangers: 0.01, asked: 0.69 },
  { file: 'same-problem-unseen.txt', twins: 0.85, hardStrangers: 0.04, asked: 0.47 },
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

/** Three are offered at most. */
function isOffered({ similarity, strangersBefore }: Pair): boolean {
  return similarity >= offeredFrom && strangersBefore < 3;
}

function isAskedAbout({ similarity }: Pair): boolean {
  return similarity >= sameFrom;
}

function share(pairs: readonly Pair[], isCounted: (pair: Pair) => boolean): number {
  return pairs.filter(isCounted).length / pairs.length;
}

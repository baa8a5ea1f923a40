import type { MarkedText, Seed } from './seeds.ts';

/** A text with its problem marked. */
export type MarkedSeed = Seed & { parts: MarkedText };

/** How many sentences of background stand before and after, one pair after the other. */
const surroundings: readonly { before: number; after: number }[] = [
  { before: 1, after: 0 },
  { before: 0, after: 1 },
  { before: 2, after: 1 },
  { before: 0, after: 6 },
  { before: 7, after: 0 },
  { before: 1, after: 2 },
  { before: 4, after: 4 },
];

type ComposeTextsInput = { seeds: readonly Seed[]; background: readonly Seed[] };

/** Each seed that names a problem, standing among sentences of background. */
export function composeTexts({ seeds, background }: ComposeTextsInput): MarkedSeed[] {
  const sentences = background.map(({ text }) => ({ text, isProblem: false }));
  let next = 0;
  // A step without a common factor visits all sentences in an order that keeps neighbours of the file apart.
  const take = (count: number) =>
    Array.from({ length: count }, () => sentences[(next++ * 197) % sentences.length]).filter(
      one => one !== undefined,
    );
  return seeds
    .filter(({ label }) => label !== 'nothing')
    .map((seed, at) => {
      const { before, after } = surroundings[at % surroundings.length] ?? { before: 1, after: 1 };
      const problem = seed.parts ?? [{ text: seed.text, isProblem: true }];
      return { ...seed, parts: [...take(before), ...problem, ...take(after)] };
    });
}

/** Every so manyth seed is joined to another one. */
const joinedEvery = 5;

/** Two seeds of different categories in one text: both name a problem. */
export function composePairs(seeds: readonly Seed[]): MarkedSeed[] {
  const single = seeds.filter(({ label, parts }) => label !== 'nothing' && !parts);
  return single.flatMap((seed, at): MarkedSeed[] => {
    const other = single[(at * 3571) % single.length];
    if (at % joinedEvery !== 0 || !other || other.label === seed.label) return [];
    const parts = [seed, other].map(({ text }) => ({ text, isProblem: true }));
    return [{ ...seed, parts }];
  });
}

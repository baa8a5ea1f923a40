import {
  chanceOfDanger,
  createDangerVectors,
  type DangerModel,
  type DangerSpelling,
  danger,
  harmless,
} from '../danger/danger-score.ts';
import { quantise } from '../models/linear-model.ts';
import { type LinearExample, trainLinear } from '../models/train-linear.ts';
import { featureBuckets } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { maxTrainingWords } from '../reading/meanings.ts';
import { createWordList, type WordList } from '../reading/word-list.ts';
import { readWords } from '../reading/words.ts';

/** A text, whether it tells of a present danger to people, and how much it counts. */
export type DangerSeed = { text: string; isDanger: boolean; weight: number };

/** A word in so many texts is spelled as it is meant. */
const enoughTexts = 2;

type WordsOfDangerInput = { seeds: readonly DangerSeed[]; lexicon: Lexicon };

/** The words that are not to be taken for misspelled ones where danger is looked for. */
export function wordsOfDanger({ seeds, lexicon: { slang } }: WordsOfDangerInput): WordList {
  const texts = new Map<string, number>();
  for (const { text } of seeds)
    for (const word of new Set(readWords({ text, slang }).map(({ folded }) => folded)))
      texts.set(word, (texts.get(word) ?? 0) + 1);
  return createWordList([...texts].filter(([, count]) => count >= enoughTexts).map(([word]) => word));
}

/** How often the sentence that tells of danger is looked for again, with what was learned so far. */
const looks = 3;
/** Of several sentences one tells of danger; the whole text does, but less clearly. */
const wholeWeight = 0.5;

type TrainDangerInput = {
  seeds: readonly DangerSeed[];
  model: DangerSpelling;
  lexicon: Lexicon;
};

type SeedVectors = Omit<DangerSeed, 'text'> & { vectors: ReturnType<ReturnType<typeof createDangerVectors>> };

/**
 * Trains the danger model on single sentences and on whole texts. Which of several sentences tells of the danger is not
 * marked: at first the whole text does, then the sentence that the model so far finds likeliest.
 */
export function trainDanger({ seeds, model: words, lexicon }: TrainDangerInput): DangerModel {
  const vectorsOf = createDangerVectors({ model: words, lexicon, maxRemembered: maxTrainingWords });
  const read = seeds.map(({ text, ...seed }) => ({ ...seed, vectors: vectorsOf(text) }));
  let model: DangerModel | undefined;
  for (let look = 0; look < looks; look += 1)
    model = trainLinear({
      examples: read.flatMap(seed => examplesOf({ seed, model })),
      labels: 2,
      buckets: featureBuckets,
    });
  if (model === undefined) throw new Error('It is looked at least once.');
  return quantise(model);
}

type ExamplesOfInput = { seed: SeedVectors; model: DangerModel | undefined };

function examplesOf({ seed: { isDanger, weight, vectors }, model }: ExamplesOfInput): LinearExample[] {
  if (!isDanger) return vectors.map(vector => ({ ...vector, label: harmless, weight }));
  const whole = vectors.at(-1);
  if (whole === undefined) return [];
  if (model === undefined || vectors.length === 1) return [{ ...whole, label: danger, weight }];
  const chances = vectors.slice(0, -1).map(vector => chanceOfDanger({ model, vector }));
  const likeliest = vectors[chances.indexOf(Math.max(...chances))] ?? whole;
  return [
    { ...likeliest, label: danger, weight },
    { ...whole, label: danger, weight: wholeWeight * weight },
  ];
}

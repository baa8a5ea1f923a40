import { quantise } from '../models/linear-model.ts';
import { type LinearExample, trainLinear } from '../models/train-linear.ts';
import { splitSentences } from '../reading/clauses.ts';
import { extractFeatures, featureBuckets, normalise } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { createMeanings, maxTrainingWords } from '../reading/meanings.ts';
import { type RelevanceModel, report, wrapping } from '../reading/relevance.ts';
import { createSpelling } from '../reading/spelling.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import { readWords, type Word } from '../reading/words.ts';
import type { Seed } from './seeds.ts';

/** There are four times as many reports as pieces of wrapping. */
const wrappingWeight = 2;

type TrainRelevanceInput = { seeds: readonly Seed[]; lexicon: Lexicon };

type LabelledSentence = { words: readonly Word[]; label: number };

/** Trains the relevance model on single sentences: of reports those that name the problem, and all of what surrounds them. */
export function trainRelevance({ seeds, lexicon }: TrainRelevanceInput): RelevanceModel {
  const sentences = seeds.flatMap(seed => readSentences({ seed, lexicon }));
  const { trusted, rare } = collectVocabulary({ texts: sentences.map(({ words }) => words), lexicon });
  const spelling = createSpelling({ trusted: [trusted], rare });
  const { thesaurus } = lexicon;
  const meaningOf = createMeanings({ spelling, thesaurus, maxRemembered: maxTrainingWords });
  const examples = sentences.map(({ words, label }): LinearExample => {
    const weighed = words.map(({ folded }) => ({ weight: 1, features: meaningOf(folded).features }));
    const { ids, values } = normalise(extractFeatures(weighed));
    return { ids, values, label, weight: label === report ? 1 : wrappingWeight };
  });
  return quantise(trainLinear({ examples, labels: 2, buckets: featureBuckets }));
}

/** Of several sentences without a marked problem nobody knows which one names it, so they are left out. */
function readSentences({ seed, lexicon }: { seed: Seed; lexicon: Lexicon }): LabelledSentence[] {
  const parts = seed.parts ?? [{ text: seed.text, isProblem: seed.label !== 'nothing' }];
  return parts.flatMap(({ text, isProblem }) => {
    const sentences = splitSentences(readWords({ text, slang: lexicon.slang }));
    if (isProblem && !seed.parts && sentences.length > 1) return [];
    return sentences.map(words => ({ words, label: isProblem ? report : wrapping }));
  });
}

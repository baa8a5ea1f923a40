import type { Example } from '../label.ts';
import { quantise } from '../models/linear-model.ts';
import { type LinearExample, trainLinear } from '../models/train-linear.ts';
import { splitClauses } from '../reading/clauses.ts';
import { normalise } from '../reading/features.ts';
import type { Lexicon } from '../reading/lexicon.ts';
import { createMeanings, maxTrainingWords } from '../reading/meanings.ts';
import {
  background,
  describeClauses,
  problem,
  type SalienceModel,
  salienceBuckets,
} from '../reading/salience.ts';
import { createSpelling } from '../reading/spelling.ts';
import { collectVocabulary } from '../reading/vocabulary.ts';
import { readWords, type Word } from '../reading/words.ts';
import type { MarkedText } from './seeds.ts';

/** A text of one part counts less: it does not show the problem beside its background. */
const weightOfSingle = 0.2;

type MarkedWord = Word & { isProblem: boolean };

type TrainSalienceInput = { seeds: readonly (Example & { parts?: MarkedText })[]; lexicon: Lexicon };

/**
 * Trains the salience model: on seeds in which the problem is marked, on unmarked ones of a single clause, and on texts
 * without a problem.
 */
export function trainSalience(input: TrainSalienceInput): SalienceModel {
  const { lexicon } = input;
  const seeds = input.seeds.map(seed => ({ seed, words: readParts({ parts: partsOf(seed), lexicon }) }));
  const { trusted, rare } = collectVocabulary({ texts: seeds.map(({ words }) => words), lexicon });
  const spelling = createSpelling({ trusted: [trusted], rare });
  const { thesaurus } = lexicon;
  const meaningOf = createMeanings({ spelling, thesaurus, maxRemembered: maxTrainingWords });
  const examples = seeds.flatMap(({ seed: { parts, label }, words }): LinearExample[] => {
    const clauses = splitClauses(words.map(word => ({ ...word, meaning: meaningOf(word.folded) })));
    const isVague = !parts && label !== 'nothing' && clauses.length > 1;
    if (isVague) return [];
    return describeClauses(clauses).map((features, at) => ({
      ...normalise(features),
      label: clauses[at]?.[0]?.isProblem ? problem : background,
      weight: parts ? 1 : weightOfSingle,
    }));
  });
  return quantise(trainLinear({ examples, labels: 2, buckets: salienceBuckets }));
}

function partsOf({ parts, text, label }: Example & { parts?: MarkedText }): MarkedText {
  return parts ?? [{ text, isProblem: label !== 'nothing' }];
}

/** The words of all parts; each part begins a clause. */
function readParts({ parts, lexicon }: { parts: MarkedText; lexicon: Lexicon }): MarkedWord[] {
  let clauses = 0;
  return parts.flatMap(({ text, isProblem }) => {
    const words = readWords({ text, slang: lexicon.slang }).map(word => ({
      ...word,
      clause: clauses + word.clause,
      isProblem,
    }));
    clauses = (words.at(-1)?.clause ?? clauses) + 1;
    return words;
  });
}

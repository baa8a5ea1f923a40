import { type Category, categories } from '@campus-desk/contract';
import { loadModel, type Model } from './model.ts';
import { createBayesScorer } from './models/bayes.ts';
import { blendScores } from './models/blend.ts';
import { scoreLinear } from './models/linear-model.ts';
import { extractFeatures, extractTokens, type Features, normalise } from './reading/features.ts';
import { loadLexicon } from './reading/lexicon.ts';
import { createReader, type Reader, type Reading } from './reading/reader.ts';
import { findReasons } from './reasons.ts';
import { weighSentences } from './weigh-sentences.ts';

export type Categorisation = {
  category: Category;
  /** Calibrated: of all answers with 0.9, nine in ten are right. */
  confidence: number;
  secondCategory: Category;
  /** True when the reporter should be asked. */
  unsure: boolean;
  /** Up to three words of the text that counted most for the category. */
  because: string[];
  /** Version of the model that answered. */
  model: string;
};

export type Categoriser = { categorise(text: string): Categorisation; readonly version: string };

/** Below this confidence the reporter is asked: of texts not seen in training, 97 % of the answers above it are right. */
export const surenessThreshold = 0.75;

type CreateCategoriserInput = { model?: Model; reader?: Reader };

/** A categoriser from the model that ships with the code, or from another one. */
export function createCategoriser(input: CreateCategoriserInput = {}): Categoriser {
  const { model = loadModel(), reader = createReader({ model, lexicon: loadLexicon() }) } = input;
  const scoreBayes = createBayesScorer(model.bayes);
  return { version: model.version, categorise };

  function categorise(text: string): Categorisation {
    const readings = weighSentences({ readings: reader.read(text), judge });
    const features = extractFeatures(readings);
    const [first, second] = rank(judgeFeatures({ readings, features }));
    // Emoji support what words say; alone they name no problem that somebody could fix.
    const saysSomething = readings.some(({ meaning }) => meaning.isKnown) && /\p{L}/u.test(text);
    const confidence = saysSomething ? first.probability : Math.min(first.probability, 1 / categories.length);
    return {
      category: first.category,
      confidence: Math.round(confidence * 1000) / 1000,
      secondCategory: second.category,
      unsure: confidence < surenessThreshold,
      because: saysSomething
        ? findReasons({ readings, features, model: model.linear, label: categories.indexOf(first.category) })
        : [],
      model: model.version,
    };
  }

  function judge(readings: readonly Reading[]): number[] {
    return judgeFeatures({ readings, features: extractFeatures(readings) });
  }

  function judgeFeatures({ readings, features }: JudgeFeaturesInput): number[] {
    return blendScores({
      linear: scoreLinear({ model: model.linear, vector: normalise(features) }),
      bayes: scoreBayes(extractTokens(readings)),
      blend: model.blend,
    });
  }
}

type JudgeFeaturesInput = { readings: readonly Reading[]; features: Features };

type Ranked = { category: Category; probability: number };

function rank(probabilities: readonly number[]): [Ranked, Ranked] {
  const ranked = categories
    .map((category, at) => ({ category, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
  const [first, second] = ranked;
  if (!first || !second) throw new Error('There are always three categories.');
  return [first, second];
}

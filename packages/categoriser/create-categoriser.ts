import { type Category, categories, surenessThreshold } from '@campus-desk/contract';
import { calibrate } from './calibrate.ts';
import { cutText } from './cut-text.ts';
import { findTwoProblems } from './find-two-problems.ts';
import { loadModel, type Model } from './model.ts';
import { createBayesScorer } from './models/bayes.ts';
import { blendScores } from './models/blend.ts';
import { scoreLinear } from './models/linear-model.ts';
import { extractFeatures, extractTokens, type Features } from './reading/features.ts';
import { loadLexicon } from './reading/lexicon.ts';
import { createReader, type Reader, type Reading } from './reading/reader.ts';
import { findReasons } from './reasons.ts';
import { weighSentences } from './weigh-sentences.ts';

type Problem = { category: Category; text: string };

export type Categorisation = {
  category: Category;
  /** Calibrated: of all answers with 0.9, nine in ten are right. */
  confidence: number;
  secondCategory: Category;
  /** True when the reporter should be asked. */
  unsure: boolean;
  /** Up to three words of the text that counted most for the category; none when unsure. */
  because: string[];
  /** When the text names two problems for two teams: each with its part of the text, which is unsure then. */
  problems?: [Problem, Problem];
  /** Version of the model that answered. */
  model: string;
};

export type Categoriser = { categorise(text: string): Categorisation; readonly version: string };

/** With two problems, each of the two answers is right for one half. */
const bothCertainty = 0.5;

type CreateCategoriserInput = {
  model?: Model;
  reader?: Reader;
  /** What people taught: the log odds that each category gains for a text. */
  gainsOf?: (readings: readonly Reading[]) => readonly number[] | undefined;
};

/** A categoriser from the model that ships with the code, or from another one. */
export function createCategoriser(input: CreateCategoriserInput = {}): Categoriser {
  const { model = loadModel(), reader = createReader({ model, lexicon: loadLexicon() }) } = input;
  const { gainsOf } = input;
  // A model that the blend gives no weight is not asked.
  const scoreBayes = model.blend.bayes > 0 ? createBayesScorer(model.bayes) : undefined;
  return { version: model.version, categorise };

  function categorise(text: string): Categorisation {
    const readings = weighSentences({ readings: reader.read(text), judge });
    const features = extractFeatures(readings);
    const gains = gainsOf?.(readings);
    const judged = judgeFeatures({ readings, features });
    const probabilities = gains ? withGains({ probabilities: judged, gains }) : judged;
    const [first, second] = rank(calibrate({ probabilities, readings }));
    // Emoji support what words say; alone they name no problem that somebody could fix. What was taught may be unknown words.
    const saysSomething =
      gains !== undefined || (readings.some(({ meaning }) => meaning.isKnown) && /\p{L}/u.test(text));
    const problems = splitProblems({ text, readings, probabilities });
    const doubt = problems ? bothCertainty : saysSomething ? 1 : 1 / categories.length;
    const confidence = Math.min(first.probability, doubt);
    const unsure = confidence < surenessThreshold;
    const label = categories.indexOf(first.category);
    return {
      ...categoriesOf({ first, second, problems }),
      confidence: Math.round(confidence * 1000) / 1000,
      unsure,
      because: unsure ? [] : findReasons({ readings, features, model: model.linear, label }),
      ...(problems && { problems }),
      model: model.version,
    };
  }

  function splitProblems({
    text,
    readings,
    probabilities,
  }: SplitProblemsInput): [Problem, Problem] | undefined {
    const parts = findTwoProblems({ text, readings, probabilities, judge });
    const texts = parts && cutText({ text, at: parts[1].readings });
    if (!texts) return undefined;
    const [first, second] = parts;
    return [
      { category: first.category, text: texts[0] },
      { category: second.category, text: texts[1] },
    ];
  }

  function judge(readings: readonly Reading[]): number[] {
    return judgeFeatures({ readings, features: extractFeatures(readings) });
  }

  function judgeFeatures({ readings, features }: JudgeFeaturesInput): number[] {
    return blendScores({
      linear: scoreLinear({ model: model.linear, vector: features }),
      bayes: scoreBayes?.(extractTokens(readings)) ?? [],
      blend: model.blend,
    });
  }
}

type SplitProblemsInput = {
  text: string;
  readings: readonly Reading[];
  probabilities: readonly number[];
};

type JudgeFeaturesInput = { readings: readonly Reading[]; features: Features };

type WithGainsInput = { probabilities: readonly number[]; gains: readonly number[] };

function withGains({ probabilities, gains }: WithGainsInput): number[] {
  const raised = probabilities.map((probability, at) => probability * Math.exp(gains[at] ?? 0));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map(one => one / sum);
}

type CategoriesOfInput = { first: Ranked; second: Ranked; problems: readonly Problem[] | undefined };

/** The two likeliest categories: those of the two problems, where there are two, the likelier first. */
function categoriesOf({ first, second, problems }: CategoriesOfInput) {
  const both = problems?.map(({ category }) => category) ?? [first.category, second.category];
  const [category = first.category, secondCategory = second.category] =
    both.indexOf(first.category) === 1 ? both.toReversed() : both;
  return { category, secondCategory };
}

type Ranked = { category: Category; probability: number };

function rank(probabilities: readonly number[]): [Ranked, Ranked] {
  const ranked = categories
    .map((category, at) => ({ category, probability: probabilities[at] ?? 0 }))
    .sort((a, b) => b.probability - a.probability);
  const [first, second] = ranked;
  if (!first || !second) throw new Error('There are always three categories.');
  return [first, second];
}

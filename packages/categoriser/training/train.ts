import { categories, surenessThreshold } from '@campus-desk/contract';
import { createDangerRules } from '../danger/danger-rules.ts';
import { calibrationError } from '../evaluation/calibration-error.ts';
import { saveModel } from '../model.ts';
import { blendScores, fitBlend, type Scored } from '../models/blend.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { composePairs, composeTexts } from './compose-texts.ts';
import { crossValidate } from './cross-validate.ts';
import {
  loadBackground,
  loadDangerSeeds,
  loadFurtherSeeds,
  loadPublicExamples,
  loadSeeds,
  type Seed,
} from './seeds.ts';
import { sourceVersion } from './source-version.ts';
import { type DangerSeed, trainDanger, wordsOfDanger } from './train-danger.ts';
import { trainModel } from './train-model.ts';
import { trainRelevance } from './train-relevance.ts';
import { trainSalience } from './train-salience.ts';

const folds = 10;

/** A model of all seeds knows more than those of nine tenths, which the blend is fitted on: measured on the development set. */
const sharpening = 1.2;

/**
 * Trains the salience model, fits the blend by cross-validation on the seeds, trains on all of them and saves the model;
 * returns what to print.
 */
export function train(): string {
  const lexicon = loadLexicon();
  const background = loadBackground();
  const marked = [...loadSeeds(), ...background];
  const seeds = [...marked, ...loadFurtherSeeds()];
  const auxiliary = loadPublicExamples();
  const salience = trainSalience({
    seeds: [...seeds, ...composeTexts({ seeds: marked, background }), ...composePairs(marked)],
    lexicon,
  });
  const relevance = trainRelevance({ seeds, lexicon });
  const scored = crossValidate({ examples: seeds, auxiliary, salience, relevance, lexicon, folds });
  // Hard seeds are rarer in real life than here, so confidence is fitted without them.
  const fitted = fitBlend(scored.filter((_, at) => !seeds[at]?.isHard));
  const blend = { linear: fitted.linear * sharpening, bayes: fitted.bayes * sharpening };
  const model = trainModel({
    examples: [...seeds, ...auxiliary],
    blend,
    salience,
    relevance,
    version: sourceVersion(),
    lexicon,
  });
  const dangers = loadDangerSeeds();
  const dangerWords = wordsOfDanger({ seeds: dangers, lexicon });
  const danger = trainDanger({
    seeds: [...dangers, ...findHarmless(seeds)],
    model: { ...model, dangerWords },
    lexicon,
  });
  saveModel({ ...model, danger, dangerWords });
  return [`model ${model.version} from ${seeds.length} seeds`, ...describe({ scored, blend: fitted })].join(
    '\n',
  );
}

/** All of them together: they must not outvote the few that tell of danger. */
const harmlessWeight = 10_000;

/** The seeds of categories in which no word of danger is: what people report on any day. */
function findHarmless(seeds: readonly Seed[]): DangerSeed[] {
  const wordsOf = createDangerRules();
  const texts = seeds.filter(({ text }) => !wordsOf(text).tell);
  return texts.map(({ text }) => ({ text, isDanger: false, weight: harmlessWeight / texts.length }));
}

type DescribeInput = { scored: readonly Scored[]; blend: ReturnType<typeof fitBlend> };

function describe({ scored, blend }: DescribeInput): string[] {
  const answers = scored
    .filter(({ label }) => label < categories.length)
    .map(({ linear, bayes, label }) => {
      const probabilities = blendScores({ linear, bayes, blend }).slice(0, categories.length);
      const confidence = Math.max(...probabilities);
      return { confidence, right: probabilities.indexOf(confidence) === label };
    });
  const decided = answers.filter(({ confidence }) => confidence >= surenessThreshold);
  const right = (some: typeof answers) =>
    `${((some.filter(one => one.right).length / some.length) * 100).toFixed(1)} %`;
  return [
    `cross-validated over ${folds} folds: ${right(answers)} right`,
    `decided without asking: ${((decided.length / answers.length) * 100).toFixed(1)} %, of which ${right(decided)} right`,
    `calibration error: ${calibrationError(answers).toFixed(3)}`,
  ];
}

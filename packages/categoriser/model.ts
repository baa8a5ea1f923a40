import { readFileSync, writeFileSync } from 'node:fs';
import type { DangerModel } from './danger/danger-score.ts';
import type { BayesModel } from './models/bayes.ts';
import type { Blend } from './models/blend.ts';
import type { LinearModel } from './models/linear-model.ts';
import { pack, unpack } from './packed.ts';
import type { RelevanceModel } from './reading/relevance.ts';
import type { SalienceModel } from './reading/salience.ts';
import type { Vocabulary } from './reading/vocabulary.ts';
import type { WordList } from './reading/word-list.ts';

/** What was learned of categories. */
export type CategoryModel = {
  version: string;
  blend: Blend;
  vocabulary: Vocabulary;
  salience: SalienceModel;
  relevance: RelevanceModel;
  linear: LinearModel;
  bayes: BayesModel;
};

/** Everything that ships. */
export type Model = CategoryModel & {
  danger: DangerModel;
  /** Words as texts of danger spell them. */
  dangerWords: WordList;
};

const shipped = new URL('./model.bin', import.meta.url);

let loaded: Model | undefined;

/** The model built from the seeds by `npm run categoriser -- train`, read once; nobody changes it. */
export function loadModel(): Model {
  loaded ??= unpack(readFileSync(shipped)) as Model;
  return loaded;
}

/** Writes the model that ships with the code. */
export function saveModel(model: Model): void {
  writeFileSync(shipped, pack(model));
  loaded = undefined;
}

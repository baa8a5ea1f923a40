import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BayesModel } from './models/bayes.ts';
import type { Blend } from './models/blend.ts';
import type { LinearModel } from './models/linear-model.ts';
import type { RelevanceModel } from './reading/relevance.ts';
import type { SalienceModel } from './reading/salience.ts';
import type { Vocabulary } from './reading/vocabulary.ts';

/** Everything a categoriser has learned. */
export type Model = {
  version: string;
  blend: Blend;
  vocabulary: Vocabulary;
  salience: SalienceModel;
  relevance: RelevanceModel;
  linear: LinearModel;
  bayes: BayesModel;
};

type StoredLinear = { weights: string; scale: number; bias: number[] };

const shipped = new URL('./model.json.gz', import.meta.url);

/** The model built from the seeds by `npm run categoriser -- train`. */
export function loadModel(): Model {
  const stored = JSON.parse(gunzipSync(readFileSync(shipped)).toString('utf8'));
  return {
    ...stored,
    salience: fromStored(stored.salience),
    relevance: fromStored(stored.relevance),
    linear: fromStored(stored.linear),
  };
}

/** Writes the model that ships with the code. */
export function saveModel(model: Model): void {
  const stored = {
    ...model,
    salience: toStored(model.salience),
    relevance: toStored(model.relevance),
    linear: toStored(model.linear),
  };
  writeFileSync(shipped, gzipSync(JSON.stringify(stored), { level: 9 }));
}

function toStored({ weights, scale, bias }: LinearModel): StoredLinear {
  return { weights: Buffer.from(Int8Array.from(weights).buffer).toString('base64'), scale, bias };
}

function fromStored({ weights, scale, bias }: StoredLinear): LinearModel {
  const bytes = Buffer.from(weights, 'base64');
  return { weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), scale, bias };
}

import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BayesModel } from './bayes.ts';
import type { Blend } from './blend.ts';
import type { LinearModel } from './linear-model.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything a categoriser learned. */
export type Model = {
  version: string;
  blend: Blend;
  vocabulary: Vocabulary;
  linear: LinearModel;
  bayes: BayesModel;
};

const shipped = new URL('./model.json.gz', import.meta.url);

/** The model built from the seeds by `npm run categoriser -- train`. */
export function loadModel(): Model {
  const stored = JSON.parse(gunzipSync(readFileSync(shipped)).toString('utf8'));
  const bytes = Buffer.from(stored.linear.weights, 'base64');
  return {
    ...stored,
    linear: { ...stored.linear, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length) },
  };
}

/** Writes the model that ships with the code. */
export function saveModel(model: Model): void {
  const weights = Buffer.from(Int8Array.from(model.linear.weights).buffer).toString('base64');
  writeFileSync(
    shipped,
    gzipSync(JSON.stringify({ ...model, linear: { ...model.linear, weights } }), { level: 9 }),
  );
}

import { readFileSync, writeFileSync } from 'node:fs';
import type { DangerModel } from './danger/danger-score.ts';
import type { BayesModel } from './models/bayes.ts';
import type { Blend } from './models/blend.ts';
import type { LinearModel } from './models/linear-model.ts';
import type { RelevanceModel } from './reading/relevance.ts';
import type { SalienceModel } from './reading/salience.ts';
import type { Vocabulary } from './reading/vocabulary.ts';

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
  dangerWords: readonly string[];
};

/** A linear model with its weights elsewhere: so many bytes. */
type StoredLinear = { weights: number; scale: number; bias: number[] };

type Stored = Omit<Model, Linear> & Record<Linear, StoredLinear>;

const linears = ['salience', 'relevance', 'linear', 'danger'] as const;
type Linear = (typeof linears)[number];

/** The length of the JSON, the JSON, then the weights of the linear models: nothing to decode, as every start waits for it. */
const shipped = new URL('./model.bin', import.meta.url);
const lengthBytes = 4;

let loaded: Model | undefined;

/** The model built from the seeds by `npm run categoriser -- train`, read once; nobody changes it. */
export function loadModel(): Model {
  loaded ??= readShipped();
  return loaded;
}

function readShipped(): Model {
  const bytes = readFileSync(shipped);
  let end = lengthBytes + bytes.readUInt32LE();
  const stored: Stored = JSON.parse(bytes.toString('latin1', lengthBytes, end));
  const withWeights = ({ weights, scale, bias }: StoredLinear): LinearModel => {
    const start = bytes.byteOffset + end;
    end += weights;
    return { weights: new Int8Array(bytes.buffer, start, weights), scale, bias };
  };
  const [salience, relevance, linear, danger] = linears.map(name => withWeights(stored[name]));
  if (!salience || !relevance || !linear || !danger) throw new Error('There are four linear models.');
  return { ...stored, salience, relevance, linear, danger };
}

/** Writes the model that ships with the code. */
export function saveModel(model: Model): void {
  const weights = linears.map(name => Buffer.from(Int8Array.from(model[name].weights).buffer));
  const stored: Stored = {
    ...model,
    salience: withoutWeights(model.salience),
    relevance: withoutWeights(model.relevance),
    linear: withoutWeights(model.linear),
    danger: withoutWeights(model.danger),
  };
  // Escaped to ASCII, which is read as Latin 1 in a fraction of the time.
  const json = Buffer.from(JSON.stringify(stored).replace(/[^\0-\x7f]/g, toEscape));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(json.length);
  writeFileSync(shipped, Buffer.concat([length, json, ...weights]));
  loaded = undefined;
}

function withoutWeights({ weights, scale, bias }: LinearModel): StoredLinear {
  return { weights: weights.length, scale, bias };
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

import { labels } from './category.ts';
import { type Features, tableSize } from './features.ts';

/** Weights of every place of the table for every label, side by side, and a start value per label. */
export type LinearModel = { weights: Float32Array | Int8Array; scale: number; bias: number[] };

/** A training text: its features with length one, its label and its weight. */
export type LinearExample = { ids: Int32Array; values: Float32Array; label: number; weight: number };

const count = labels.length;
const rounds = 12;

/** Each feature is looked at in only this share of the steps, so that no answer hangs on a single word. */
const keptShare = 0.6;

const stepSize = 0.5;
const firstGradient = 0.01;
const shrinking = 1e-5;
const biasStep = 0.01;

/** Multinomial logistic regression by AdaGrad; the same examples in the same order give the same weights. */
export function trainLinear(examples: readonly LinearExample[]): LinearModel {
  const weights = new Float32Array(tableSize * count);
  const gradients = new Float32Array(tableSize * count).fill(firstGradient);
  const bias = new Array<number>(count).fill(0);
  const errors = new Float64Array(count);
  const order = Int32Array.from(examples.keys());
  const random = createRandom(12345);
  for (let round = 0; round < rounds; round += 1) {
    shuffle({ order, random });
    for (const index of order) {
      const example = examples[index];
      if (example) step({ example: thinOut({ example, random }), weights, gradients, bias, errors });
    }
  }
  return { weights, scale: 1, bias };
}

/** One score per label, before any normalising. */
export function scoreLinear({ model, features }: { model: LinearModel; features: Features }): number[] {
  const { weights, scale, bias } = model;
  const sums = new Float64Array(count);
  const { ids, values } = features;
  for (let at = 0; at < ids.length; at += 1) {
    const place = (ids[at] ?? 0) * count;
    const value = values[at] ?? 0;
    for (let label = 0; label < count; label += 1)
      sums[label] = (sums[label] ?? 0) + (weights[place + label] ?? 0) * value;
  }
  const length = lengthOf(features) || 1;
  return bias.map((start, label) => start + ((sums[label] ?? 0) * scale) / length);
}

/** Features merged by place and scaled to length one. */
export function toLinearExample(input: { features: Features; label: number; weight: number }): LinearExample {
  const merged = mergeByPlace(input.features);
  const length = lengthOf(input.features) || 1;
  return {
    ids: Int32Array.from(merged.keys()),
    values: Float32Array.from(merged.values(), value => value / length),
    label: input.label,
    weight: input.weight,
  };
}

/** Weights in one byte each; the answers stay the same, the file becomes a quarter. */
export function quantise({ weights, bias }: LinearModel): LinearModel {
  let largest = 1e-9;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / 127;
  return { weights: Int8Array.from(weights, weight => Math.round(weight / scale)), scale, bias };
}

export function lengthOf(features: Features): number {
  let squares = 0;
  for (const value of mergeByPlace(features).values()) squares += value * value;
  return Math.sqrt(squares);
}

function mergeByPlace({ ids, values }: Features): Map<number, number> {
  const merged = new Map<number, number>();
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    merged.set(id, (merged.get(id) ?? 0) + (values[at] ?? 0));
  }
  return merged;
}

type Step = {
  example: LinearExample;
  weights: Float32Array;
  gradients: Float32Array;
  bias: number[];
  errors: Float64Array;
};

/** The one hot loop of training: kept free of allocation. */
function step({ example, weights, gradients, bias, errors }: Step): void {
  const { ids, values } = example;
  for (let label = 0; label < count; label += 1) errors[label] = bias[label] ?? 0;
  for (let at = 0; at < ids.length; at += 1) {
    const place = (ids[at] as number) * count;
    const value = values[at] as number;
    for (let label = 0; label < count; label += 1)
      (errors[label] as number) += (weights[place + label] as number) * value;
  }
  toErrors({ errors, example });
  for (let at = 0; at < ids.length; at += 1) {
    const place = (ids[at] as number) * count;
    const value = values[at] as number;
    for (let label = 0; label < count; label += 1) {
      const slope = (errors[label] as number) * value + shrinking * (weights[place + label] as number);
      const seen = (gradients[place + label] as number) + slope * slope;
      gradients[place + label] = seen;
      weights[place + label] = (weights[place + label] as number) - (stepSize * slope) / Math.sqrt(seen);
    }
  }
  for (let label = 0; label < count; label += 1)
    bias[label] = (bias[label] ?? 0) - biasStep * (errors[label] ?? 0);
}

function thinOut({ example, random }: { example: LinearExample; random: () => number }): LinearExample {
  const kept = example.ids.map(() => (random() < keptShare ? 1 : 0));
  return {
    ...example,
    ids: example.ids.filter((_, at) => kept[at] === 1),
    values: example.values.filter((_, at) => kept[at] === 1).map(value => value / keptShare),
  };
}

/** Turns scores into (probability − truth) × weight, in place. */
function toErrors({ errors, example }: { errors: Float64Array; example: LinearExample }): void {
  const largest = errors.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let label = 0; label < count; label += 1) {
    errors[label] = Math.exp((errors[label] ?? 0) - largest);
    sum += errors[label] ?? 0;
  }
  for (let label = 0; label < count; label += 1) {
    errors[label] = ((errors[label] ?? 0) / sum - (example.label === label ? 1 : 0)) * example.weight;
  }
}

function shuffle({ order, random }: { order: Int32Array; random: () => number }): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** A seeded linear congruential generator: the same shuffles on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

import type { LinearModel, UnitVector } from './linear-model.ts';

/** A training text: its features with length one, its label and its weight. */
export type LinearExample = UnitVector & { label: number; weight: number };

/** How a model is trained. */
export type Course = {
  rounds: number;
  /** Weights are the mean over the rounds from this one on: a single round favours the examples it saw last. */
  averagedFrom: number;
  /** Dropout: each step sees this share of the features, so that no answer depends on a single word. */
  keptShare: number;
};

const short: Course = { rounds: 8, averagedFrom: 3, keptShare: 0.7 };

/** Examples with a smaller squared error than this change nothing. */
const minSquaredError = 0.01;

const stepSize = 0.5;
const firstGradient = 0.01;
const biasStep = 0.01;

type TrainLinearInput = {
  examples: readonly LinearExample[];
  labels: number;
  buckets: number;
  course?: Course;
};

/**
 * Multinomial logistic regression over hashed features by AdaGrad with one rate per bucket; the same examples in the same
 * order give the same weights.
 */
export function trainLinear(input: TrainLinearInput): LinearModel {
  const { examples, labels, buckets, course = short } = input;
  const { rounds, averagedFrom, keptShare } = course;
  const longest = examples.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  const state: Training = {
    weights: new Float32Array(buckets * labels),
    gradients: new Float32Array(buckets).fill(firstGradient),
    bias: new Float64Array(labels),
    errors: new Float64Array(labels),
    ids: new Int32Array(longest),
    values: new Float64Array(longest),
    keptShare,
    random: createRandom(12345),
  };
  const sum = new Float32Array(state.weights.length);
  const order = Int32Array.from(examples.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle({ order, random: state.random });
    for (const index of order) step(examples[index] as LinearExample, state);
    if (round >= averagedFrom) addTo({ sum, added: state.weights });
  }
  return { weights: sum, scale: 1 / (rounds - averagedFrom), bias: [...state.bias] };
}

function addTo({ sum, added }: { sum: Float32Array; added: Float32Array }): void {
  for (let at = 0; at < sum.length; at += 1) (sum[at] as number) += added[at] as number;
}

/** Everything a step changes, allocated once. */
type Training = {
  weights: Float32Array;
  /** Sum of the squared gradients of a bucket, over all labels. */
  gradients: Float32Array;
  bias: Float64Array;
  errors: Float64Array;
  ids: Int32Array;
  values: Float64Array;
  keptShare: number;
  random: () => number;
};

/** The one hot loop of training: no allocation, plain loops. */
function step(example: LinearExample, state: Training): void {
  const { weights, gradients, bias, errors, ids, values } = state;
  const labels = bias.length;
  const kept = thinOut(example, state);
  errors.set(bias);
  for (let at = 0; at < kept; at += 1) {
    const first = (ids[at] as number) * labels;
    const value = values[at] as number;
    for (let label = 0; label < labels; label += 1)
      (errors[label] as number) += (weights[first + label] as number) * value;
  }
  const squared = toErrors({ errors, example });
  if (squared < minSquaredError) return;
  for (let at = 0; at < kept; at += 1) {
    const id = ids[at] as number;
    const value = values[at] as number;
    const seen = (gradients[id] as number) + squared * value * value;
    gradients[id] = seen;
    const rate = (stepSize * value) / Math.sqrt(seen);
    for (let label = 0; label < labels; label += 1)
      (weights[id * labels + label] as number) -= rate * (errors[label] as number);
  }
  for (let label = 0; label < labels; label += 1)
    (bias[label] as number) -= biasStep * (errors[label] as number);
}

/** Puts the features that this step sees into the shared arrays and returns how many they are. */
function thinOut(example: LinearExample, { ids, values, keptShare, random }: Training): number {
  let kept = 0;
  for (let at = 0; at < example.ids.length; at += 1) {
    if (random() >= keptShare) continue;
    ids[kept] = example.ids[at] as number;
    values[kept] = (example.values[at] as number) / keptShare;
    kept += 1;
  }
  return kept;
}

/** Turns scores into (probability − truth) × weight, in the same array; returns the sum of their squares. */
function toErrors({ errors, example }: { errors: Float64Array; example: LinearExample }): number {
  const largest = errors.reduce((a, b) => Math.max(a, b));
  let sum = 0;
  for (let label = 0; label < errors.length; label += 1) {
    errors[label] = Math.exp((errors[label] as number) - largest);
    sum += errors[label] as number;
  }
  let squared = 0;
  for (let label = 0; label < errors.length; label += 1) {
    const truth = example.label === label ? 1 : 0;
    const error = ((errors[label] as number) / sum - truth) * example.weight;
    errors[label] = error;
    squared += error * error;
  }
  return squared;
}

function shuffle({ order, random }: { order: Int32Array; random: () => number }): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
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

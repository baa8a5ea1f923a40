import { labels } from './category.ts';
import { type Features, tableSize } from './features.ts';
import { type LinearModel, lengthOf, mergeByPlace } from './linear-model.ts';

/** A training text: its features with length one, its label and its weight. */
export type LinearExample = { ids: Int32Array; values: Float32Array; label: number; weight: number };

const count = labels.length;
const rounds = 12;

/** Weights are the mean over the later rounds: a single round leans towards the examples it saw last. */
const firstAveraged = 4;

/** Each feature is looked at in only this share of the steps, so that no answer hangs on a single word. */
const keptShare = 0.6;

const stepSize = 0.5;
const firstGradient = 0.01;
const shrinking = 1e-5;
const biasStep = 0.01;

/** Multinomial logistic regression by AdaGrad; the same examples in the same order give the same weights. */
export function trainLinear(examples: readonly LinearExample[]): LinearModel {
  const longest = examples.reduce((most, { ids }) => Math.max(most, ids.length), 0);
  const state: Training = {
    weights: new Float32Array(tableSize * count),
    gradients: new Float32Array(tableSize * count).fill(firstGradient),
    bias: new Float64Array(count),
    errors: new Float64Array(count),
    places: new Int32Array(longest),
    values: new Float64Array(longest),
    random: createRandom(12345),
  };
  const average = new Float32Array(state.weights.length);
  const order = Int32Array.from(examples.keys());
  for (let round = 0; round < rounds; round += 1) {
    shuffle({ order, random: state.random });
    for (const index of order) {
      const example = examples[index];
      if (example) step(example, state);
    }
    if (round >= firstAveraged) addTo(average, state.weights);
  }
  return { weights: average, scale: 1 / (rounds - firstAveraged), bias: [...state.bias] };
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

function addTo(sum: Float32Array, added: Float32Array): void {
  for (let at = 0; at < sum.length; at += 1) (sum[at] as number) += added[at] as number;
}

/** Everything a step changes, allocated once. */
type Training = {
  weights: Float32Array;
  gradients: Float32Array;
  bias: Float64Array;
  errors: Float64Array;
  places: Int32Array;
  values: Float64Array;
  random: () => number;
};

/** The one hot loop of training: no allocation, plain loops. */
function step(example: LinearExample, state: Training): void {
  const { weights, gradients, bias, errors, places, values } = state;
  const kept = thinOut(example, state);
  errors.set(bias);
  for (let at = 0; at < kept; at += 1) {
    const place = places[at] as number;
    const value = values[at] as number;
    for (let label = 0; label < count; label += 1)
      (errors[label] as number) += (weights[place + label] as number) * value;
  }
  toErrors({ errors, example });
  for (let at = 0; at < kept; at += 1) {
    const place = places[at] as number;
    const value = values[at] as number;
    for (let label = 0; label < count; label += 1) {
      const slope = (errors[label] as number) * value + shrinking * (weights[place + label] as number);
      const seen = (gradients[place + label] as number) + slope * slope;
      gradients[place + label] = seen;
      (weights[place + label] as number) -= (stepSize * slope) / Math.sqrt(seen);
    }
  }
  for (let label = 0; label < count; label += 1)
    (bias[label] as number) -= biasStep * (errors[label] as number);
}

/** Puts the features this step looks at into the shared arrays and answers how many they are. */
function thinOut({ ids, values }: LinearExample, { places, values: kept, random }: Training): number {
  let length = 0;
  for (let at = 0; at < ids.length; at += 1) {
    if (random() >= keptShare) continue;
    places[length] = (ids[at] as number) * count;
    kept[length] = (values[at] as number) / keptShare;
    length += 1;
  }
  return length;
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

import { labels } from './category.ts';
import type { Features } from './features.ts';

/** Weights of every place of the table for every label, side by side, and a start value per label. */
export type LinearModel = { weights: Float32Array | Int8Array; scale: number; bias: number[] };

const count = labels.length;

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

/** Weights in one byte each; the answers stay the same, the file becomes a quarter. */
export function quantise({ weights, scale, bias }: LinearModel): LinearModel {
  let largest = 1e-9;
  for (let at = 0; at < weights.length; at += 1) largest = Math.max(largest, Math.abs(weights[at] ?? 0));
  const step = largest / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) bytes[at] = Math.round((weights[at] ?? 0) / step);
  return { weights: bytes, scale: scale * step, bias };
}

/** Length of the features as a vector; the same feature twice is one with the sum. */
export function lengthOf(features: Features): number {
  let squares = 0;
  for (const value of mergeByPlace(features).values()) squares += value * value;
  return Math.sqrt(squares);
}

export function mergeByPlace({ ids, values }: Features): Map<number, number> {
  const merged = new Map<number, number>();
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    merged.set(id, (merged.get(id) ?? 0) + (values[at] ?? 0));
  }
  return merged;
}

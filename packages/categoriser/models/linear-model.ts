/** Features of a text as a vector of length one; ids are buckets of the table of weights. */
export type UnitVector = { ids: Int32Array; values: Float32Array };

/** One weight per bucket and label, those of a bucket side by side, and a bias per label. */
export type LinearModel = { weights: Float32Array | Int8Array; scale: number; bias: number[] };

type ScoreLinearInput = {
  model: LinearModel;
  vector: { ids: ArrayLike<number>; values: ArrayLike<number> };
};

/** One score per label for a vector of any length, which counts as one of length one; not yet a probability. */
export function scoreLinear({ model, vector }: ScoreLinearInput): number[] {
  const { weights, scale, bias } = model;
  const { ids, values } = vector;
  const labels = bias.length;
  const sums = bias.map(() => 0);
  let squares = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const first = (ids[at] as number) * labels;
    const value = values[at] as number;
    squares += value * value;
    for (let label = 0; label < labels; label += 1)
      (sums[label] as number) += (weights[first + label] as number) * value;
  }
  const factor = scale / (Math.sqrt(squares) || 1);
  return bias.map((start, label) => start + (sums[label] as number) * factor);
}

/** The model with one byte per weight, a quarter of the size, for practically the same answers. */
export function quantise({ weights, scale, bias }: LinearModel): LinearModel {
  let largest = 1e-9;
  for (let at = 0; at < weights.length; at += 1) largest = Math.max(largest, Math.abs(weights[at] as number));
  const step = largest / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) bytes[at] = Math.round((weights[at] as number) / step);
  return { weights: bytes, scale: scale * step, bias };
}

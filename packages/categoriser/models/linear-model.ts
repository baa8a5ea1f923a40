/** Features of a text with length one; ids are places in the table of weights. */
export type UnitVector = { ids: Int32Array; values: Float32Array };

/** Weights of every place of the table for every label, side by side, and a start value per label. */
export type LinearModel = { weights: Float32Array | Int8Array; scale: number; bias: number[] };

/** One score per label, before any normalising. */
export function scoreLinear({ model, vector }: { model: LinearModel; vector: UnitVector }): number[] {
  const { weights, scale, bias } = model;
  const { ids, values } = vector;
  const sums = new Float64Array(bias.length);
  for (let at = 0; at < ids.length; at += 1) {
    const first = (ids[at] as number) * sums.length;
    const value = values[at] as number;
    for (let label = 0; label < sums.length; label += 1)
      (sums[label] as number) += (weights[first + label] as number) * value;
  }
  return bias.map((start, label) => start + (sums[label] as number) * scale);
}

/** Weights in one byte each; the answers stay the same, the file becomes a quarter. */
export function quantise({ weights, scale, bias }: LinearModel): LinearModel {
  let largest = 1e-9;
  for (let at = 0; at < weights.length; at += 1) largest = Math.max(largest, Math.abs(weights[at] as number));
  const step = largest / 127;
  const bytes = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) bytes[at] = Math.round((weights[at] as number) / step);
  return { weights: bytes, scale: scale * step, bias };
}

import { type BayesModel, countTexts } from '../models/bayes.ts';
import { bucketOf, type WeighedWord } from '../reading/features.ts';

/** The stems and meanings of a text, the rare ones weighing more, as a vector of length one. */
export type Vector = ReadonlyMap<number, number>;

/** A function that describes texts; how rare a stem or meaning is, the counts of the model say. */
export function createVectors(model: BayesModel): (words: readonly WeighedWord[]) => Vector {
  const documents = model.counts.totals.reduce((sum, total) => sum + total, 0);
  const rarity = (bucket: number) => Math.log(documents / (1 + countTexts(model, bucket)));
  return words => {
    const vector = new Map<number, number>();
    for (const { weight, features } of words) {
      const { stem, concepts, isStopWord } = features;
      if (!isStopWord) add({ vector, bucket: bucketOf(stem), weight });
      const share = weight / Math.sqrt(concepts.length);
      for (const concept of concepts) add({ vector, bucket: bucketOf(concept), weight: share });
    }
    for (const [bucket, weight] of vector) vector.set(bucket, weight * rarity(bucket));
    return withLengthOne(vector);
  };
}

/** How near two texts are, from 0 to 1: the cosine of their vectors. */
export function nearness(one: Vector, other: Vector): number {
  if (one.size > other.size) return nearness(other, one);
  let sum = 0;
  for (const [bucket, value] of one) sum += value * (other.get(bucket) ?? 0);
  return sum;
}

/** What a text says twice counts as often as it weighs most. */
function add({
  vector,
  bucket,
  weight,
}: {
  vector: Map<number, number>;
  bucket: number;
  weight: number;
}): void {
  vector.set(bucket, Math.max(vector.get(bucket) ?? 0, weight));
}

function withLengthOne(vector: Map<number, number>): Vector {
  let squares = 0;
  for (const value of vector.values()) squares += value * value;
  const length = Math.sqrt(squares) || 1;
  for (const [bucket, value] of vector) vector.set(bucket, value / length);
  return vector;
}

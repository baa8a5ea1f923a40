import { type LinearModel, scoreLinear } from '../models/linear-model.ts';
import { extractFeatures, type WeighedWord } from './features.ts';

/** Tells sentences that report something from chat, footers, remarks on attachments and other wrapping. */
export type RelevanceModel = LinearModel;

/** Labels of the relevance model: the indexes of its two columns. */
export const wrapping = 0;
export const report = 1;

/** A sentence with less than this share of the highest chance in the text weighs less, and the less the further below. */
const fullShare = 0.5;

/** The same below the first line, where footers stand. */
const laterShare = 0.8;
const steepness = 2;

type Relevance = {
  /** The chance that a sentence reports something. */
  chanceOf(sentence: readonly WeighedWord[]): number;
  /** The factors by which the sentences of a text weigh. */
  factorsOf(sentences: readonly { chance: number; isLater: boolean }[]): number[];
};

/** A judge of whole sentences, each read by itself. */
export function createRelevance(model: RelevanceModel): Relevance {
  return {
    chanceOf: sentence => {
      const words = sentence.map(({ features }) => ({ features, weight: 1 }));
      const [wrappingScore = 0, reportScore = 0] = scoreLinear({ model, vector: extractFeatures(words) });
      return 1 / (1 + Math.exp(wrappingScore - reportScore));
    },
    factorsOf: sentences => {
      const highest = Math.max(...sentences.map(({ chance }) => chance));
      return sentences.map(({ chance, isLater }) => {
        const full = highest * (isLater ? laterShare : fullShare);
        return Math.min(1, chance / full) ** steepness;
      });
    },
  };
}

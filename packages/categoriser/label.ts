import { type Category, categories } from '@campus-desk/contract';

/** What a seed can teach: a category, or that the text reports nothing. The order is the order of model columns. */
export const labels = [...categories, 'nothing'] as const;

export type Label = (typeof labels)[number];

/** A text to learn from; weight 1 is one seed. */
export type Example = { text: string; label: Label; weight: number };

/** Whether a word read from outside is one of the three categories. */
export function isCategory(word: unknown): word is Category {
  return categories.some(category => category === word);
}

import { type Category, categories } from '@campus-desk/contract';

/** What a seed is labelled with: a category, or that it names no problem. The order is that of the columns of the models. */
export const labels = [...categories, 'nothing'] as const;

type Label = (typeof labels)[number];

/** A text to train on; weight 1 is one seed. */
export type Example = { text: string; label: Label; weight: number };

/** Whether a word from a file is one of the three categories. */
export function isCategory(word: unknown): word is Category {
  return categories.some(category => category === word);
}

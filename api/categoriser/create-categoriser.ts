import { type Category, categories } from './category.ts';

export type Categorisation = {
  category: Category;
  /** Calibrated: of all answers given with 0.9, nine in ten are right. */
  confidence: number;
  secondCategory: Category;
  /** True when the reporter should be asked. */
  unsure: boolean;
  /** Up to three words of the text that spoke for the category. */
  because: string[];
  /** Version of the model that answered. */
  model: string;
};

export type Categoriser = { categorise(text: string): Categorisation; readonly version: string };

const telling: Record<Category, RegExp> = {
  facility: /light|lift|heat|door|toilet|water|window|clean/g,
  it: /wifi|password|printer|projector|login|computer|network|portal/g,
  service: /food|canteen|fee|refund|office|staff|waiting|exam/g,
};

/** A categoriser ready to answer. */
export function createCategoriser(): Categoriser {
  const version = 'keywords';
  return { version, categorise: text => byKeywords({ text, version }) };
}

function byKeywords({ text, version }: { text: string; version: string }): Categorisation {
  const found = categories
    .map(category => ({ category, words: text.toLowerCase().match(telling[category]) ?? [] }))
    .sort((a, b) => b.words.length - a.words.length);
  const [first, second] = found;
  const because = [...new Set(first?.words)].slice(0, 3);
  return {
    category: first?.category ?? 'facility',
    confidence: because.length > 0 ? 0.6 : 0.34,
    secondCategory: second?.category ?? 'it',
    unsure: because.length === 0,
    because,
    model: version,
  };
}

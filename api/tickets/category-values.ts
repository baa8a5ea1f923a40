import type { Categorisation } from '../categoriser/index.ts';
import type { Category } from '../contract/index.ts';

/** The category columns of a ticket as the categoriser fills them. */
export function automaticCategory({ category, confidence, unsure, because, model }: Categorisation) {
  return {
    category,
    categorySource: 'auto' as const,
    categoryConfidence: confidence,
    categoryUnsure: unsure,
    categoryBecause: because,
    categoryModel: model,
  };
}

/** The category columns of a ticket when helpdesk has chosen: there is nothing to doubt. */
export function categoryByHand(category: Category) {
  return {
    category,
    categorySource: 'helpdesk' as const,
    categoryConfidence: null,
    categoryUnsure: false,
    categoryBecause: [],
    categoryModel: null,
  };
}

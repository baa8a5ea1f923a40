import type { Categorisation } from '@campus-desk/categoriser';
import type { Category, Role } from '@campus-desk/contract';

/** The category columns of a ticket as the categoriser fills them. */
export function automaticCategory(input: Categorisation) {
  const { category, secondCategory, confidence, unsure, because, model } = input;
  return {
    category,
    categorySecond: secondCategory,
    categorySource: 'auto' as const,
    categoryConfidence: confidence,
    categoryUnsure: unsure,
    categoryBecause: because,
    categoryModel: model,
  };
}

/** The category columns of a ticket when a person has chosen, and nothing is unsure; a user is its reporter. */
export function categoryByHand({ category, role }: { category: Category; role: Role }) {
  return {
    category,
    categorySecond: null,
    categorySource: role === 'helpdesk' ? ('helpdesk' as const) : ('reporter' as const),
    categoryConfidence: null,
    categoryUnsure: false,
    categoryBecause: [],
    categoryModel: null,
  };
}

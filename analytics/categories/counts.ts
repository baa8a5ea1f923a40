import { type Category, categories, type Summary } from '@campus-desk/contract';

/** The tickets of every category, in their order, zeros too. */
export function countsOf({ groups }: Summary): { category: Category; count: number }[] {
  return categories.map(category => ({
    category,
    count: groups.find(({ key }) => key === category)?.count ?? 0,
  }));
}

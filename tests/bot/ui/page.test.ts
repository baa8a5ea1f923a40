import { describe, expect, test } from 'vitest';
import { firstPage } from '../../../bot/ui/lists.ts';
import {
  type ListPage,
  nextPage,
  previousPage,
  readListPage,
  readPage,
  writePage,
} from '../../../bot/ui/page.ts';

const first = firstPage({ name: 'all', role: 'user', userId: 'U01' });

/** The page after this one, whose own next page begins at `next`. */
function turn(page: ListPage, next: string): ListPage {
  return { ...nextPage(page), next };
}

describe('paging', () => {
  test('leads back over every page it came by', () => {
    const second = turn({ ...first, next: 'b' }, 'c');
    const third = turn(second, 'd');

    expect(third).toMatchObject({ cursor: 'c', at: 3 });
    expect(previousPage(third)).toEqual({ ...first, cursor: 'b', back: [''], at: 2 });
    expect(previousPage(previousPage(third))).toEqual(first);
  });

  test('forgets the oldest ways back when they do not fit, and then leads to the first page', () => {
    let page: ListPage = { ...first, next: 'x'.repeat(500) };
    for (let turned = 0; turned < 20; turned += 1) page = turn(page, `${turned}`.padEnd(500, 'x'));

    const metadata = writePage(page);
    let back = readListPage(metadata);
    for (let turned = 0; turned < 20; turned += 1) back = previousPage(back);

    expect(metadata.length).toBeLessThanOrEqual(3000);
    expect(back).toEqual(first);
  });

  test('refuses metadata that is none of ours', () => {
    expect(() => readPage('{"page":"list","role":"admin"}')).toThrow();
    expect(() => readPage('nonsense')).toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { createCategoriser } from '../../../../api/categoriser/create-categoriser.ts';
import { rebuildInWorker } from '../../../../api/categoriser/learning/rebuild-in-worker.ts';

describe('rebuildInWorker', () => {
  it('a correction changes the answer to its like, in a model with a version of its own', async () => {
    const examples = [{ text: 'the zamboni is wedged again', label: 'service' as const, weight: 1 }];

    const rebuilt = await rebuildInWorker({ examples });

    if (!rebuilt.adopted) throw new Error(rebuilt.reason);
    const categoriser = createCategoriser({ model: rebuilt.model });
    expect(categoriser.version).toMatch(/^seeds-[0-9a-f]{8}\+1-[0-9a-f]{8}$/);
    expect(categoriser.categorise('zamboni wedged').category).toBe('service');
  });
});

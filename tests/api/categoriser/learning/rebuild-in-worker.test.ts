import { describe, expect, it } from 'vitest';
import { createCategoriser } from '../../../../api/categoriser/create-categoriser.ts';
import { rebuild } from '../../../../api/categoriser/learning/rebuild.ts';
import { rebuildInWorker } from '../../../../api/categoriser/learning/rebuild-in-worker.ts';
import { loadSeeds } from '../../../../api/categoriser/seeds.ts';

const seeds = loadSeeds().filter((_, at) => at % 20 === 0);
const zamboni = { text: 'the zamboni is wedged again', label: 'service' as const, weight: 1 };

describe('rebuildInWorker', () => {
  it('a correction changes the answer to its like, in a model with a version of its own', async () => {
    const rebuilt = await rebuildInWorker({
      examples: [zamboni],
      seeds,
      unasked: [],
    });

    if (!rebuilt.adopted) throw new Error(rebuilt.reason);
    const categoriser = createCategoriser({ model: rebuilt.model });
    expect(categoriser.version).toMatch(/^seeds-[0-9a-f]{8}\+1-[0-9a-f]{8}$/);
    expect(categoriser.categorise('zamboni wedged').category).toBe('service');
  });
});

describe('rebuild', () => {
  it('a model that forgets the seeds is refused', () => {
    const wrong = seeds.map(({ text }) => ({ text, label: 'service' as const, weight: 5 }));

    const rebuilt = rebuild({ examples: wrong, seeds, unasked: [] });

    expect(rebuilt).toEqual({ adopted: false, reason: expect.stringMatching(/sampled seeds right, before/) });
  });
});

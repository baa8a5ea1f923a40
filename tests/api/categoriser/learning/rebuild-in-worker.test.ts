import { describe, expect, it } from 'vitest';
import { createCategoriser } from '../../../../api/categoriser/create-categoriser.ts';
import { rebuild } from '../../../../api/categoriser/learning/rebuild.ts';
import { rebuildInWorker } from '../../../../api/categoriser/learning/rebuild-in-worker.ts';
import { loadSeeds } from '../../../../api/categoriser/training/seeds.ts';

const seeds = loadSeeds();
const zamboni = { text: 'the zamboni is wedged again', label: 'service' as const, weight: 1 };

describe('rebuildInWorker', () => {
  it('a correction changes the answer to its like, in a model with a version of its own', async () => {
    const rebuilt = await rebuildInWorker({ examples: [zamboni] });

    if (!rebuilt.adopted) throw new Error(rebuilt.reason);
    const categoriser = createCategoriser({ model: rebuilt.model });
    expect(categoriser.version).toMatch(/^seeds-[0-9a-f]{8}\+1-[0-9a-f]{8}$/);
    expect(categoriser.categorise('zamboni wedged').category).toBe('service');
  });
});

describe('rebuild', () => {
  it('the same corrections in another order give the same model', () => {
    const examples = [zamboni, { text: 'flux capacitor gone', label: 'it' as const, weight: 1 }];

    expect(rebuild({ examples })).toEqual(rebuild({ examples: examples.toReversed() }));
  });

  it('a model that forgets the seeds is refused', () => {
    const wrong = seeds
      .filter((_, at) => at % 10 === 3)
      .map(({ text }) => ({ text, label: 'service' as const, weight: 2 }));

    const rebuilt = rebuild({ examples: wrong });

    expect(rebuilt).toEqual({ adopted: false, reason: expect.stringMatching(/sampled seeds right, before/) });
  });

  it('what was not corrected stays as it was', () => {
    const rebuilt = rebuild({ examples: [zamboni] });

    if (!rebuilt.adopted) throw new Error(rebuilt.reason);
    const before = createCategoriser();
    const after = createCategoriser({ model: rebuilt.model });
    const changed = seeds.filter(
      ({ text }, at) => at % 50 === 7 && before.categorise(text).category !== after.categorise(text).category,
    );
    expect(changed.length).toBeLessThan(3);
  });
});

import { createCategoriser } from '@campus-desk/categoriser';
import {
  loadSeeds,
  type Model,
  type Rebuilt,
  rebuild,
  rebuildInWorker,
} from '@campus-desk/categoriser/parts';
import { beforeAll, describe, expect, it } from 'vitest';

const seeds = loadSeeds();
const examples = [
  { text: 'the zamboni is wedged again', label: 'service' as const, weight: 1 },
  { text: 'flux capacitor gone', label: 'it' as const, weight: 1 },
];

describe('rebuildInWorker', () => {
  let model: Model;
  beforeAll(async () => {
    model = adopted(await rebuildInWorker({ examples }));
  });

  it('a correction changes the answer to its like, in a model with a version of its own', () => {
    const categoriser = createCategoriser({ model });

    expect(categoriser.version).toMatch(/^seeds-[0-9a-f]{8}\+2-[0-9a-f]{8}$/);
    expect(categoriser.categorise('zamboni wedged').category).toBe('service');
  });

  it('the same corrections in another order give the same model', () => {
    const again = adopted(rebuild({ examples: examples.toReversed() }));

    expect(again.version).toBe(model.version);
    expect(Buffer.compare(bytesOf(again), bytesOf(model))).toBe(0);
    expect(again.bayes).toEqual(model.bayes);
  });

  it('what was not corrected stays as it was', () => {
    const before = createCategoriser();
    const after = createCategoriser({ model });

    const changed = seeds.filter(
      ({ text }, at) => at % 50 === 7 && before.categorise(text).category !== after.categorise(text).category,
    );
    expect(changed.length).toBeLessThan(3);
  });
});

describe('rebuild', () => {
  it('a model that forgets the seeds is refused', () => {
    const wrong = seeds
      .filter((_, at) => at % 10 === 3)
      .map(({ text }) => ({ text, label: 'service' as const, weight: 2 }));

    const rebuilt = rebuild({ examples: wrong });

    expect(rebuilt).toEqual({ adopted: false, reason: expect.stringMatching(/of the sample right, before/) });
  });
});

function adopted(rebuilt: Rebuilt): Model {
  if (!rebuilt.adopted) throw new Error(rebuilt.reason);
  return rebuilt.model;
}

function bytesOf({ linear }: Model): Buffer {
  return Buffer.from(linear.weights.buffer, linear.weights.byteOffset, linear.weights.byteLength);
}

import { measureWrapped, readWrappings } from '@campus-desk/categoriser/parts';
import type { Category } from '@campus-desk/contract';
import { describe, expect, it } from 'vitest';

describe('readWrappings', () => {
  it('reads one wrapping a line, without remarks, with line breaks', () => {
    expect(readWrappings('# footers\n{}\\nSent from my phone\n\nHi, {}\n')).toEqual([
      '{}\nSent from my phone',
      'Hi, {}',
    ]);
  });

  it.each([
    ['hello', 'Line 1: a wrapping needs {}'],
    ['# nothing', 'There are no wrappings'],
  ])('%j is refused with the reason', (source, reason) => {
    expect(() => readWrappings(source)).toThrow(reason);
  });
});

describe('measureWrapped', () => {
  it('measures the texts as they are and in each wrapping', () => {
    const figures = measureWrapped({
      labelled: [{ text: 'no wifi', category: 'it', tag: '' }],
      wrappings: ['{} (lamp)'],
      categorise: text => answer(text.includes('lamp') ? 'facility' : 'it'),
    });

    expect(figures.map(({ wrapping, accuracy }) => ({ wrapping, accuracy }))).toEqual([
      { wrapping: '{}', accuracy: 1 },
      { wrapping: '{} (lamp)', accuracy: 0 },
    ]);
  });
});

function answer(category: Category) {
  return {
    category,
    confidence: 0.9,
    secondCategory: 'service' as const,
    unsure: false,
    because: [],
    model: 'm',
  };
}

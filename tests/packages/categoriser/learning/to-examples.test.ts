import type { Correction } from '@campus-desk/categoriser';
import { toExamples } from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

describe('toExamples', () => {
  it('a correction weighs as much as a seed', () => {
    const [example] = toExamples({ corrections: [correction('no soap')], clean: text => text });

    expect(example).toEqual({ text: 'no soap', label: 'service', weight: 1 });
  });

  it('ten thousand corrections together weigh no more than 800 seeds', () => {
    const corrections = Array.from({ length: 10_000 }, (_, at) => correction(`report ${at}`));

    const examples = toExamples({ corrections, clean: text => text });

    expect(examples.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(800);
  });

  it('a text of which nothing is left teaches nothing', () => {
    expect(toExamples({ corrections: [correction('+39 555')], clean: () => '' })).toEqual([]);
  });
});

function correction(text: string): Correction {
  return { text, from: 'it', to: 'service', by: 'U1', at: '2026-11-01T09:00:00Z' };
}

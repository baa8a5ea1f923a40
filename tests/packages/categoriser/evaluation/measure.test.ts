import { type Judged, measure } from '@campus-desk/categoriser/parts';
import type { Category } from '@campus-desk/contract';
import { describe, expect, it } from 'vitest';

describe('measure', () => {
  it('counts right answers, first two, tags and what was decided without asking', () => {
    const figures = measure([
      judged({ category: 'it', answer: 'it', second: 'facility', confidence: 0.9, tag: 'plain' }),
      judged({ category: 'facility', answer: 'it', second: 'facility', confidence: 0.5, tag: 'hard' }),
      judged({ category: 'service', answer: 'service', second: 'it', confidence: 0.8, tag: 'hard' }),
      judged({ category: 'service', answer: 'it', second: 'facility', confidence: 0.9, tag: 'hard' }),
    ]);

    expect(figures).toMatchObject({
      reports: 4,
      accuracy: 0.5,
      topTwo: 0.75,
      decided: { share: 0.75, precision: 2 / 3 },
      tags: { plain: { right: 1, of: 1 }, hard: { right: 1, of: 3 } },
      confusion: { service: { facility: 0, it: 1, service: 1 } },
    });
    expect(figures.macroF1).toBeCloseTo((0 + 2 / 4 + 2 / 3) / 3);
  });

  it('the calibration error is the distance of confidence from truth', () => {
    const rows = [true, true, true, false].map(right =>
      judged({ category: 'it', answer: right ? 'it' : 'service', second: 'facility', confidence: 0.95 }),
    );

    expect(measure(rows).calibrationError).toBeCloseTo(0.2);
  });

  it('texts that report nothing count only as asked or not', () => {
    const figures = measure([
      judged({ category: null, answer: 'it', second: 'service', confidence: 0.4 }),
      judged({ category: null, answer: 'it', second: 'service', confidence: 0.9 }),
    ]);

    expect(figures).toMatchObject({ reports: 0, nothingReported: { asked: 1, of: 2 } });
  });
});

function judged(input: {
  category: Category | null;
  answer: Category;
  second: Category;
  confidence: number;
  tag?: string;
}): Judged {
  const { category, answer, second, confidence, tag = '' } = input;
  const unsure = confidence < 0.75;
  return {
    text: '',
    category,
    tag,
    answer: { category: answer, secondCategory: second, confidence, unsure, because: [], model: 'm' },
  };
}

import { readFileSync } from 'node:fs';
import { createCategoriser } from '@campus-desk/categoriser';
import {
  type Figures,
  loadBackground,
  loadSeeds,
  measure,
  readLabelledTexts,
} from '@campus-desk/categoriser/parts';
import { describe, expect, it } from 'vitest';

const { categorise } = createCategoriser();

/** The development set steered the seeds; the held-out set was written without sight of them and is not to steer any. */
describe.each(['development', 'held-out'])('the %s set', name => {
  const labelled = readLabelledTexts(readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8'));
  const figures = measure(labelled.map(one => ({ ...one, answer: categorise(one.text) })));

  it('shares no text with the seeds', () => {
    const seeds = new Set([...loadSeeds(), ...loadBackground()].map(({ text }) => plain(text)));

    expect(labelled.filter(({ text }) => seeds.has(plain(text)))).toEqual([]);
  });

  it('is answered right, and with confidence that means what it says', () => {
    expect(figures.accuracy).toBeGreaterThan(0.91);
    expect(figures.macroF1).toBeGreaterThan(0.91);
    expect(figures.topTwo).toBeGreaterThan(0.98);
    expect(figures.calibrationError).toBeLessThan(0.035);
  });

  it('is decided without asking where that is safe', () => {
    expect(figures.decided.share).toBeGreaterThan(0.82);
    expect(figures.decided.precision).toBeGreaterThan(0.95);
    expect(figures.nothingReported.asked / figures.nothingReported.of).toBeGreaterThan(0.9);
  });

  it.each([
    [0.97, ['plain', 'short']],
    [0.85, ['long']],
    [0.94, ['noisy']],
    [0.83, ['hard']],
    [0.8, ['indirect']],
    [0.91, ['italian', 'german', 'spanish', 'french']],
  ])('more than %f of it is right among %j', (share, tags) => {
    expect(shareRight({ figures, tags })).toBeGreaterThan(share);
  });
});

function shareRight({ figures, tags }: { figures: Figures; tags: string[] }): number {
  const counted = tags.map(tag => figures.tags[tag] ?? { right: 0, of: 0 });
  return counted.reduce((sum, { right }) => sum + right, 0) / counted.reduce((sum, { of }) => sum + of, 0);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

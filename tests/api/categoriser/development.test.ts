import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCategoriser } from '../../../api/categoriser/create-categoriser.ts';
import { measure } from '../../../api/categoriser/evaluation/measure.ts';
import { readReports } from '../../../api/categoriser/evaluation/read-csv.ts';
import { loadSeeds } from '../../../api/categoriser/seeds.ts';

const reports = readReports(readFileSync(new URL('./development.csv', import.meta.url), 'utf8'));

describe('the development set', () => {
  it('shares no text with the seeds', () => {
    const seeds = new Set(loadSeeds().map(({ text }) => plain(text)));

    expect(reports.filter(({ text }) => seeds.has(plain(text)))).toEqual([]);
  });

  it('reaches the goals of the categoriser', () => {
    const { categorise } = createCategoriser();

    const figures = measure(reports.map(report => ({ ...report, answer: categorise(report.text) })));

    expect(figures.accuracy).toBeGreaterThan(0.91);
    expect(figures.topTwo).toBeGreaterThan(0.98);
    expect(figures.calibrationError).toBeLessThan(0.035);
    expect(figures.decided.share).toBeGreaterThan(0.82);
    expect(figures.decided.precision).toBeGreaterThan(0.95);
    expect(figures.nothingReported.asked).toBe(figures.nothingReported.of);
  });
});

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

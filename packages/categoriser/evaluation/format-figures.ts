import { categories } from '@campus-desk/contract';
import type { Figures } from './measure.ts';
import type { Times } from './times.ts';
import type { WrappedFigures } from './wrappings.ts';

/** The figures as lines for a terminal. */
export function formatFigures(figures: Figures): string {
  const { decided, nothingReported } = figures;
  return [
    row('reports', String(figures.reports)),
    row('accuracy', percent(figures.accuracy)),
    row('macro-F1', percent(figures.macroF1)),
    row('among the first two', percent(figures.topTwo)),
    row('calibration error', figures.calibrationError.toFixed(3)),
    row('decided without asking', `${percent(decided.share)}, of which right ${percent(decided.precision)}`),
    row('could be decided at 95 %', percent(figures.coverageAt95)),
    row('nothing reported, asked', `${nothingReported.asked} of ${nothingReported.of}`),
    ...formatTags(figures),
    '',
    `${'true \\ answer'.padEnd(26)}${categories.map(category => category.padStart(10)).join('')}`,
    ...categories.map(category => formatConfusion({ figures, category })),
  ].join('\n');
}

/** How long it took, as lines for a terminal. */
export function formatTimes({ loadMs, medianMs, p95Ms }: Times): string {
  return [
    row('loading', `${Math.round(loadMs)} ms`),
    row('one text', `${medianMs} ms, 95 % of them at most ${p95Ms} ms`),
  ].join('\n');
}

const maxShownWrapping = 60;

/** A table for a terminal: a line for each wrapping, the largest loss first. */
export function formatWrapped([plain, ...wrapped]: readonly WrappedFigures[]): string {
  const costliestFirst = wrapped.toSorted((a, b) => a.accuracy - b.accuracy);
  const rows = plain ? [plain, ...costliestFirst] : [];
  return ['accuracy   decided   of which right   wrapping', ...rows.map(formatWrapping)].join('\n');
}

function formatWrapping({ wrapping, accuracy, decided }: WrappedFigures): string {
  const shown = wrapping.replaceAll('\n', '\\n').slice(0, maxShownWrapping);
  const shares = [accuracy, decided.share].map(one => percent(one).padStart(8)).join('  ');
  return `${shares}  ${percent(decided.precision).padStart(15)}   ${shown}`;
}

function formatTags({ tags }: Figures): string[] {
  const rows = Object.entries(tags).map(([tag, { right, of }]) =>
    row(`  ${tag}`, `${percent(right / of)} of ${of}`),
  );
  return rows.length === 0 ? [] : ['', 'by tag', ...rows];
}

type FormatConfusionInput = { figures: Figures; category: (typeof categories)[number] };

function formatConfusion({ figures, category }: FormatConfusionInput): string {
  const counts = categories.map(answer => String(figures.confusion[category][answer]).padStart(10));
  return `${category.padEnd(26)}${counts.join('')}`;
}

function row(name: string, value: string): string {
  return `${name.padEnd(26)}${value}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

import { categories } from '@campus-desk/contract';
import type { LearnedFigures } from './learning.ts';
import type { LabelledText } from './measure.ts';

/** What corrections changed, as lines for a terminal: in all, by team and by tag. */
export function formatLearned(figures: LearnedFigures): string {
  const { corrected, refused, others, rightBefore, better, worse } = figures;
  const tags = [...new Set([...better, ...worse].map(({ tag }) => tag))].filter(tag => tag !== '');
  const count = (isCounted: (one: LabelledText) => boolean) =>
    `better ${better.filter(isCounted).length}, worse ${worse.filter(isCounted).length}`;
  return [
    row('corrected', `${corrected}, of which only their own text: ${refused}`),
    row('other texts, right before', `${rightBefore} of ${others}`),
    row('right now', `${rightBefore + better.length - worse.length} of ${others}`),
    row(
      'in all',
      count(() => true),
    ),
    ...categories.map(category =>
      row(
        `  ${category}`,
        count(one => one.category === category),
      ),
    ),
    ...tags.map(tag =>
      row(
        `  ${tag}`,
        count(one => one.tag === tag),
      ),
    ),
  ].join('\n');
}

function row(name: string, value: string): string {
  return `${name.padEnd(28)}${value}`;
}

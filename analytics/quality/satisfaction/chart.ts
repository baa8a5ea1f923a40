import type { CategoryAnswers, ChartConfiguration } from '@campus-desk/contract';
import type { Texts } from '../../texts/texts.ts';
import { answerStyles, barShape, countAxis, labelInBar, legend, margins, nameAxis } from '../../theme.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.12;

/** Letters of a line under a bar. */
const maxLine = 20;

type SatisfactionChartInput = { categories: CategoryAnswers[]; texts: Texts };

/** Bars of the answers by category, the good ones below; who has not answered is left to the table. */
export function satisfactionChart({ categories, texts }: SatisfactionChartInput): ChartConfiguration {
  const { yes, no, axis } = texts.satisfaction;
  const highest = Math.max(3, ...categories.map(({ solved, notSolved }) => solved + notSolved));
  const dataset = (answer: 'solved' | 'notSolved', label: string) => {
    const counts = categories.map(row => row[answer]);
    const display = counts.map(count => count / highest >= minLabelledValue);
    return {
      label,
      data: counts,
      ...answerStyles[answer],
      ...barShape,
      datalabels: { display, ...labelInBar(answerStyles[answer]) },
    };
  };
  return {
    type: 'bar',
    data: {
      labels: categories.map(({ category }) => inLines(texts.category[category])),
      datasets: [dataset('solved', yes), dataset('notSolved', no)],
    },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({ stacked: true, autoSkip: false }),
        y: countAxis({ title: axis, stacked: true }),
      },
      plugins: { legend: legend() },
    },
  };
}

/** A name in two lines where one has no room for it. */
function inLines(name: string): string | string[] {
  const space = name.lastIndexOf(' ', maxLine);
  return name.length <= maxLine || space === -1 ? name : [name.slice(0, space), name.slice(space + 1)];
}

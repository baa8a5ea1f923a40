import { type CategoryAnswers, type ChartConfiguration, categoryNames } from '@campus-desk/contract';
import { answerStyles, barShape, countAxis, labelInBar, legend, margins, nameAxis } from '../../theme.ts';

/** A part of a bar lower than this share of the highest bar has no room for its number. */
const minLabelledValue = 0.12;

/** Bars of the answers by category, the good ones below; who has not answered is left to the table. */
export function satisfactionChart({ categories }: { categories: CategoryAnswers[] }): ChartConfiguration {
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
      labels: categories.map(({ category }) => categoryNames[category]),
      datasets: [dataset('solved', 'Yes'), dataset('notSolved', 'Not really')],
    },
    options: {
      layout: margins,
      scales: {
        x: nameAxis({ stacked: true }),
        y: countAxis({ title: 'answers', stacked: true }),
      },
      plugins: { legend: legend() },
    },
  };
}

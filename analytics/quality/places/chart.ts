import type { ChartConfiguration } from '@campus-desk/contract';
import type { Texts } from '../../texts/texts.ts';
import { barShape, countAxis, labelInBar, legend, margins, nameAxis, statusStyles } from '../../theme.ts';
import { type PlaceCount, shortName, ticketsOf } from './counts.ts';

/** A part of a bar shorter than this share of the longest bar has no room for its number. */
const minLabelledValue = 0.06;

/** Letters of a name beside a bar. */
const maxName = 22;

type PlacesChartInput = { counts: PlaceCount[]; texts: Texts };

/** Horizontal bars, open beside active, each with the name of its place before it. */
export function placesChart({ counts, texts }: PlacesChartInput): ChartConfiguration {
  const { counted, places } = texts;
  const longest = Math.max(3, ...counts.map(ticketsOf));
  const dataset = ({ status, label }: { status: 'open' | 'active'; label: string }) => ({
    label,
    data: counts.map(count => count[status]),
    ...statusStyles[status],
    ...barShape,
    // As high as they can be, so that the numbers have room.
    barPercentage: 1,
    datalabels: {
      display: counts.map(count => count[status] / longest >= minLabelledValue),
      ...labelInBar(statusStyles[status]),
    },
  });
  return {
    type: 'bar',
    data: {
      labels: counts.map(count => shortName(count, maxName)),
      datasets: [
        dataset({ status: 'active', label: counted.active }),
        dataset({ status: 'open', label: counted.open }),
      ],
    },
    options: {
      locale: texts.language,
      indexAxis: 'y',
      layout: margins,
      scales: {
        x: countAxis({ title: places.axis, stacked: true }),
        y: nameAxis({ stacked: true, autoSkip: false }),
      },
      plugins: { legend: legend() },
    },
  };
}

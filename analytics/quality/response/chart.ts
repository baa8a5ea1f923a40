import type { ChartConfiguration, ResponseSummary } from '@campus-desk/contract';
import { formatMonth, formatMonthName } from '../../calendar.ts';
import { axisUnit, roundShort } from '../../duration.ts';
import { areFewBars, durationColorOf, monthAxisTitle } from '../../month-bars.ts';
import { sinceFirst } from '../../since-first.ts';
import type { Texts } from '../../texts/texts.ts';
import { barShape, countAxis, labelAfterBar, legend, margins, nameAxis } from '../../theme.ts';

type ResponseChartInput = { summary: ResponseSummary; texts: Texts };

/** Vertical bars for the median, since the month of the first ticket; striped while some wait for their answer. */
export function responseChart({ summary, texts }: ResponseChartInput): ChartConfiguration {
  const { timeZone, workingHours } = summary;
  const { duration } = texts;
  const months = sinceFirst(summary.months);
  const unit = axisUnit({
    maxSeconds: Math.max(0, ...months.map(({ response }) => response?.medianSeconds ?? 0)),
    hasDays: !workingHours,
  });
  const areFew = areFewBars(months.length);
  const colors = months.map(({ responded }) => durationColorOf(responded));
  const moments = months.map(({ from }) => ({ at: new Date(from), timeZone, texts }));
  const title = monthAxisTitle({ months: moments.map(({ at }) => at), timeZone, texts });
  const unitName = duration.axis[unit.name];
  return {
    type: 'bar',
    data: {
      labels: moments.map(areFew ? formatMonthName : formatMonth),
      datasets: [
        {
          label: texts.response.bar,
          data: months.map(({ response }) =>
            response === null ? null : roundShort(response.medianSeconds / unit.seconds),
          ),
          backgroundColor: colors,
          borderColor: colors,
          pattern: months.map(({ count, responded }) => (responded < count ? 'stripes' : 'solid')),
          ...barShape,
          datalabels: { display: areFew, ...labelAfterBar },
        },
      ],
    },
    options: {
      locale: texts.language,
      layout: margins,
      scales: {
        x: nameAxis({ title, autoSkip: !areFew }),
        y: {
          ...countAxis({ title: workingHours ? duration.officeTime({ unit: unitName }) : unitName }),
          grace: '12%',
        },
      },
      plugins: { legend: legend({ display: false }) },
    },
  };
}

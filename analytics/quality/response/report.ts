import type { Report, ResponseMonth, ResponseSummary, ResponseTimes } from '@campus-desk/contract';
import { formatMonth } from '../../calendar.ts';
import { formatDuration, formatInHours, inWords } from '../../duration.ts';
import { shortTimes } from '../../short-times.ts';
import { countEmpty } from '../../since-first.ts';
import { responseChart } from './chart.ts';

const nothing = '–';

type ResponseReportInput = { summary: ResponseSummary; months: number; now: Date };

/**
 * Times from opening to the first word or start of helpdesk, by month of opening, in hours where those are of the office;
 * pure.
 */
export function responseReport({ summary, months, now }: ResponseReportInput): Report {
  const { overall, timeZone, workingHours } = summary;
  const format = workingHours ? formatInHours : formatDuration;
  const formatTime = (seconds: number | undefined) => (seconds === undefined ? nothing : format(seconds));
  const monthOf = ({ from }: ResponseMonth) => formatMonth({ at: new Date(from), timeZone });
  const insight = insightOf({ times: overall, workingHours, format });
  const answered = `${overall.responded} of ${overall.count}`;
  return {
    service: 'quality',
    title: `Time to the first answer${workingHours ? ' in office hours' : ''}, ${months === 1 ? 'this month' : `last ${months} months`}`,
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: 'Median', value: formatTime(overall.response?.medianSeconds) },
      { label: 'Answered', value: overall.responded },
      { label: 'Not answered yet', value: overall.count - overall.responded },
    ],
    columns: ['Month', 'Median', '90 % within', 'Average', 'Answered'],
    rows: summary.months.map(month => [
      monthOf(month),
      formatTime(month.response?.medianSeconds),
      formatTime(month.response?.p90Seconds),
      formatTime(month.response?.meanSeconds),
      month.count === 0 ? 'none opened' : `${month.responded} of ${month.count}`,
    ]),
    emptyRows: countEmpty(summary.months),
    raw: {
      columns: ['month', 'opened', 'responded', 'meanSeconds', 'medianSeconds', 'p90Seconds'],
      rows: summary.months.map(({ key, count, responded, response }) => [
        key,
        count,
        responded,
        response?.meanSeconds ?? null,
        response?.medianSeconds ?? null,
        response?.p90Seconds ?? null,
      ]),
    },
    short: shortTimes({
      timeZone,
      format,
      done: 'Answered',
      months: summary.months.map(({ from, count, responded, response }) => ({
        at: new Date(from),
        times: response,
        done: responded,
        count,
      })),
    }),
    sheet: {
      columns: ['Opened in', 'Opened', 'Answered', 'Median, hours', 'Average, hours', '90 % within, hours'],
      rows: summary.months.map(month => [
        monthOf(month),
        month.count,
        month.responded,
        hours(month.response?.medianSeconds),
        hours(month.response?.meanSeconds),
        hours(month.response?.p90Seconds),
      ]),
    },
    alt: `${answered} tickets have a first answer. ${insight} ${byMonth({ months: summary.months, monthOf, format })}`.trim(),
    chart: responseChart(summary),
  };
}

type Format = (seconds: number) => string;

type InsightOfInput = { times: ResponseTimes; workingHours: boolean; format: Format };

function insightOf({ times: { count, responded, response }, workingHours, format }: InsightOfInput): string {
  if (count === 0) return 'No ticket was opened in this time.';
  if (response === null) return 'None of them is answered yet.';
  const only = workingHours ? ', counting office hours only' : '';
  const median = inWords(format(response.medianSeconds));
  if (responded === 1) return `The only one that is answered waited for ${median}${only}.`;
  const most = inWords(format(response.p90Seconds));
  return `Half were answered within ${median}${most === median ? '' : `, nine of ten within ${most}`}${only}.`;
}

type ByMonthInput = { months: ResponseMonth[]; monthOf: (month: ResponseMonth) => string; format: Format };

function byMonth({ months, monthOf, format }: ByMonthInput): string {
  const known = months.flatMap(month =>
    month.response === null ? [] : [`${monthOf(month)} ${format(month.response.medianSeconds)}`],
  );
  return known.length === 0 ? '' : `Median by month of opening: ${known.slice(-12).join('; ')}.`;
}

function hours(seconds: number | undefined): number | null {
  return seconds === undefined ? null : Math.round(seconds / 36) / 100;
}

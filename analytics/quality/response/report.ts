import type { Report, ResponseMonth, ResponseSummary, ResponseTimes } from '@campus-desk/contract';
import { formatMonth } from '../../calendar.ts';
import { formatDuration, formatDurationInWords, inHours } from '../../duration.ts';
import { shortTimes } from '../../short-times.ts';
import { countEmpty } from '../../since-first.ts';
import type { Texts } from '../../texts/texts.ts';
import { responseChart } from './chart.ts';

const nothing = '–';

type ResponseReportInput = { summary: ResponseSummary; months: number; now: Date; texts: Texts };

/**
 * Times from opening to the first word or start of helpdesk, by month of opening, in hours where those are of the office;
 * pure.
 */
export function responseReport({ summary, months, now, texts }: ResponseReportInput): Report {
  const { counted, response: words, someOf, times } = texts;
  const { overall, timeZone, workingHours } = summary;
  const format = (seconds: number) => formatDuration({ seconds, texts, hasDays: !workingHours });
  const formatTime = (seconds: number | undefined) => (seconds === undefined ? nothing : format(seconds));
  const monthOf = ({ from }: ResponseMonth) => formatMonth({ at: new Date(from), timeZone, texts });
  const insight = insightOf({ overall, workingHours, texts });
  const { responded, count } = overall;
  const known = medians({ months: summary.months, monthOf, format, texts });
  return {
    service: 'quality',
    title: (workingHours ? words.titleOffice : words.title)({ months }),
    generatedAt: now.toISOString(),
    timeZone,
    insight,
    figures: [
      { label: times.median, value: formatTime(overall.response?.medianSeconds) },
      { label: counted.answered, value: overall.responded },
      { label: words.notAnswered, value: overall.count - overall.responded },
    ],
    columns: [times.month, times.median, times.most, times.mean, counted.answered],
    rows: summary.months.map(month => [
      monthOf(month),
      formatTime(month.response?.medianSeconds),
      formatTime(month.response?.p90Seconds),
      formatTime(month.response?.meanSeconds),
      month.count === 0 ? times.noneOpened : someOf({ count: month.responded, total: month.count }),
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
      texts,
      hasDays: !workingHours,
      done: times.shortAnswered,
      months: summary.months.map(({ from, count, responded, response }) => ({
        at: new Date(from),
        times: response,
        done: responded,
        count,
      })),
    }),
    sheet: {
      columns: [
        times.openedIn,
        counted.opened,
        counted.answered,
        times.medianHours,
        times.meanHours,
        times.mostHours,
      ],
      rows: summary.months.map(month => [
        monthOf(month),
        month.count,
        month.responded,
        inHours(month.response?.medianSeconds),
        inHours(month.response?.meanSeconds),
        inHours(month.response?.p90Seconds),
      ]),
    },
    alt: [words.alt({ responded, count, insight }), ...known].join(' '),
    chart: responseChart({ summary, texts }),
  };
}

type InsightOfInput = { overall: ResponseTimes; workingHours: boolean; texts: Texts };

function insightOf({ overall, workingHours, texts }: InsightOfInput): string {
  const { count, responded, response } = overall;
  const says = texts.response;
  if (count === 0) return texts.times.nothingOpened;
  if (response === null) return says.none;
  const inWords = (seconds: number) => formatDurationInWords({ seconds, texts, hasDays: !workingHours });
  const median = inWords(response.medianSeconds);
  if (responded === 1) return (workingHours ? says.oneOffice : says.one)({ median });
  const most = inWords(response.p90Seconds);
  if (most === median) return (workingHours ? says.halfOffice : says.half)({ median });
  return (workingHours ? says.halfAndMostOffice : says.halfAndMost)({ median, most });
}

type MediansInput = {
  months: ResponseMonth[];
  monthOf: (month: ResponseMonth) => string;
  format: (seconds: number) => string;
  texts: Texts;
};

/** The medians of the last twelve months that have one, as a sentence; none where no month has one. */
function medians({ months, monthOf, format, texts }: MediansInput): string[] {
  const known = months.flatMap(month =>
    month.response === null ? [] : [`${monthOf(month)} ${format(month.response.medianSeconds)}`],
  );
  return known.length === 0 ? [] : [texts.response.byMonth({ byMonth: known.slice(-12).join('; ') })];
}

/** The page's own language, and the English of its dates. */
const english = 'en-GB';

type FormatDateInput = {
  timestamp: number;
  format: string;
  fallback: string;
  now: number;
  /** The language in which the reader has their Slack. */
  locale?: string | undefined;
};

/** Slack's date tokens, in the reader's own time zone and language: `format` may mix words with `{date_short} {time}`. */
export function formatDate({ timestamp, format, fallback, now, locale }: FormatDateInput): string {
  if (!Number.isFinite(timestamp)) return fallback;
  const language = locale === undefined || locale.startsWith('en') ? english : locale;
  let isKnown = true;
  const text = format.replace(/\{(\w+)\}/g, (_, name: string) => {
    const write = DATE_WORDS[name];
    if (!write) isKnown = false;
    return write ? write({ date: new Date(timestamp * 1000), now: new Date(now * 1000), language }) : '';
  });
  return isKnown ? text : fallback || text;
}

type Moment = { date: Date; now: Date; language: string };
type Writer = (moment: Moment) => string;

const written =
  (options: Intl.DateTimeFormatOptions): Writer =>
  ({ date, language }) =>
    write(date, options, language);
const long = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const medium = written({ day: 'numeric', month: 'long', year: 'numeric' });
const short = written({ day: 'numeric', month: 'short', year: 'numeric' });
const nearOr =
  (other: Writer): Writer =>
  moment =>
    nearDay(moment) ?? other(moment);

const DATE_WORDS: Record<string, Writer> = {
  date_num: ({ date }) =>
    `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`,
  date: medium,
  date_slash: written({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  date_long: long,
  date_short: short,
  date_pretty: nearOr(medium),
  date_long_pretty: nearOr(long),
  date_long_full: long,
  date_short_pretty: nearOr(short),
  day_divider_pretty: nearOr(long),
  time: ({ date, language }) => clockTime(date, language),
  time_secs: written({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  ago: ({ date, now, language }) => ago(date, now, language),
};

/** `10:04`. */
export function clockTime(date: Date, language = english): string {
  return write(date, { hour: '2-digit', minute: '2-digit' }, language);
}

/** The full moment, for a tooltip. */
export function fullMoment(date: Date): string {
  return `${long({ date, now: date, language: english })}, ${clockTime(date)}`;
}

/** The words of a day divider: "Today", "Yesterday", or the day with its year when it is another one. */
export function dayWords(date: Date, now: Date): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const);
  const day = write(date, { weekday: 'long', day: 'numeric', month: 'long', year }, english);
  const near = nearDay({ date, now, language: english });
  return near ? near.charAt(0).toUpperCase() + near.slice(1) : day;
}

/** The moment of a Slack `ts`. */
export function momentOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** "5 minutes ago". */
export function ago(date: Date, now: Date, language = english): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return language === english ? 'just now' : words.format(0, 'second');
  const [unit, size] = AGO_UNITS.find(([, one]) => Math.abs(seconds) >= one) ?? (['minute', 60] as const);
  return words.format(Math.trunc(seconds / size), unit);
}

const AGO_UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

function nearDay({ date, now, language }: Moment): string | undefined {
  const days = Math.round((startOfDay(date) - startOfDay(now)) / 86_400_000);
  if (Math.abs(days) > 1) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function write(date: Date, options: Intl.DateTimeFormatOptions, language: string): string {
  return new Intl.DateTimeFormat(language, options).format(date);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

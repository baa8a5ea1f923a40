type FormatDateInput = { timestamp: number; format: string; fallback: string; now: number };

/** Slack's date tokens, in the reader's own time zone: `format` may mix words with `{date_short} {time}`. */
export function formatDate({ timestamp, format, fallback, now }: FormatDateInput): string {
  if (!Number.isFinite(timestamp)) return fallback;
  let isKnown = true;
  const text = format.replace(/\{(\w+)\}/g, (_, name: string) => {
    const write = DATE_WORDS[name];
    if (!write) isKnown = false;
    return write ? write(new Date(timestamp * 1000), new Date(now * 1000)) : '';
  });
  return isKnown ? text : fallback || text;
}

type Writer = (date: Date, now: Date) => string;

const long: Writer = date => write(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const medium: Writer = date => write(date, { day: 'numeric', month: 'long', year: 'numeric' });
const short: Writer = date => write(date, { day: 'numeric', month: 'short', year: 'numeric' });
const nearOr =
  (other: Writer): Writer =>
  (date, now) =>
    nearDay(date, now) ?? other(date, now);

const DATE_WORDS: Record<string, Writer> = {
  date_num: date => `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`,
  date: medium,
  date_slash: date => write(date, { day: '2-digit', month: '2-digit', year: 'numeric' }),
  date_long: long,
  date_short: short,
  date_pretty: nearOr(medium),
  date_long_pretty: nearOr(long),
  date_long_full: long,
  date_short_pretty: nearOr(short),
  day_divider_pretty: nearOr(long),
  time: date => clockTime(date),
  time_secs: date => write(date, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  ago: (date, now) => ago(date, now),
};

/** `10:04`. */
export function clockTime(date: Date): string {
  return write(date, { hour: '2-digit', minute: '2-digit' });
}

/** The full moment, for a tooltip. */
export function fullMoment(date: Date): string {
  return `${long(date, date)}, ${clockTime(date)}`;
}

/** The words of a day divider: "Today", "Yesterday", or the day with its year when it is another one. */
export function dayWords(date: Date, now: Date): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const);
  const day = write(date, { weekday: 'long', day: 'numeric', month: 'long', year });
  const near = nearDay(date, now);
  return near ? near.charAt(0).toUpperCase() + near.slice(1) : day;
}

/** The moment of a Slack `ts`. */
export function momentOf(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

/** "5 minutes ago". */
export function ago(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  if (Math.abs(seconds) < 60) return 'just now';
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
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

function nearDay(date: Date, now: Date): string | undefined {
  const days = Math.round((startOfDay(date) - startOfDay(now)) / 86_400_000);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  return days === 1 ? 'tomorrow' : undefined;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function write(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(date);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

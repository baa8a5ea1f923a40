/** Somebody's report of a problem: a ticket of their own, or their “Same here” to another. */
export type Report = { number: number; person: string; at: Date };

/** Reports that come within this time may be one wave, in milliseconds. */
export const windowMs = 2 * 3_600_000;

/** What the last weeks are, in milliseconds. */
export const historyMs = 6 * 7 * 24 * 3_600_000;

/** In milliseconds. */
export const weekMs = 7 * 24 * 3_600_000;

/** What is taken for likely of a problem that nobody has reported before: once a week, as long as little is known. */
const unknown = { reports: 0.5, weeks: 1 };

/** Until a campus has had some hundred reports, the hour is taken for a busy one: a twentieth of a week's reports in two hours. */
const busyHours = { reports: 20, share: 0.05 };

/** What the last weeks had, before the window that ends now. */
export type History = {
  reports: number;
  /** How many of them came at this hour of the week. */
  atThisHour: number;
  /** Since the first of them. */
  weeks: number;
  /** All of them, or the newest of many: what is the same is counted among these. */
  newest: readonly Report[];
};

type LikelyReportsInput = {
  history: History;
  /** Whether a report is of the same problem. */
  isSame: (report: Report) => boolean;
};

/**
 * How many reports of a problem the last weeks make likely for the window that ends now: as many as a week had, shared
 * among the hours of the week as all reports are. Of many reports, all are taken to be as the newest are.
 */
export function likelyReports({ history, isSame }: LikelyReportsInput): number {
  const { reports, atThisHour, weeks, newest } = history;
  const sampled = newest.length === 0 ? 1 : Math.max(1, reports / newest.length);
  const same = sampled * (newest.filter(isSame).length + unknown.reports);
  const share = (atThisHour + busyHours.reports * busyHours.share) / (reports + busyHours.reports);
  return (same / (weeks + unknown.weeks)) * share;
}

/** The chance that at least `count` come where fewer are likely and each comes by itself (Poisson); 1 where as many are. */
export function chanceOf({ count, likely }: { count: number; likely: number }): number {
  if (likely >= count) return 1;
  let exactly = Math.exp(-likely);
  let atLeast = 0;
  for (let reports = 0; reports < count + 100; reports += 1) {
    if (reports >= count) atLeast += exactly;
    exactly *= likely / (reports + 1);
  }
  return atLeast;
}

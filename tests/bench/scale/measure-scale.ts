import { startOfMonth } from '../../../analytics/calendar.ts';
import { timeRequests } from '../api/send-requests.ts';
import { apiToken } from '../api/start-api.ts';
import { median } from '../rounds.ts';
import type { Measured } from '../section.ts';

/** The middle time of a question at each size, in milliseconds. */
export type Curve = { what: string; points: { size: number; ms: number }[] };

type Question = {
  what: string;
  /** The share of the answers that came in the time that counts. */
  quantile: number;
  paths: string[];
  reach: number;
  goal: number;
};

/** The one that the API takes where none is named. */
export const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

const dayMs = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const startOf = (monthsAgo: number) => startOfMonth({ now: new Date(), monthsAgo, timeZone }).toISOString();
const summary = (query: string) => `/v1/tickets/summary?${query}`;
const words = ['projector', 'wifi', 'heating', 'lamp broken', 'library', 'password', 'room 2.14', 'printer'];

const slips = [
  'projetcor',
  'wfii',
  'haeting',
  'libary',
  'pasword',
  'printr',
  'keybord broken',
  'wifi libary',
];
const search = (q: string, more = '') => `/v1/tickets?role=helpdesk&q=${encodeURIComponent(q)}${more}`;

const questions: Question[] = [
  {
    what: 'list (helpdesk, all)',
    quantile: 0.5,
    paths: ['/v1/tickets?role=helpdesk&limit=20'],
    reach: 1.5,
    goal: 1.1,
  },
  {
    what: 'search p95',
    quantile: 0.95,
    paths: words.map(q => search(q)),
    reach: 3,
    goal: 1.5,
  },
  { what: 'search with slips p95', quantile: 0.95, paths: slips.map(q => search(q)), reach: 3, goal: 1.5 },
  {
    what: 'search for people and filters p95',
    quantile: 0.95,
    paths: [
      '/v1/tickets?role=helpdesk&reporterName=okafor',
      '/v1/tickets?role=helpdesk&assigneeName=chloe',
      search('projector', '&assigneeName=ben'),
      search('heating', '&status=closed&category=facility'),
      search('printr', '&status=active&category=it'),
    ],
    reach: 3,
    goal: 1.5,
  },
  { what: 'summary by status', quantile: 0.5, paths: [summary('groupBy=status')], reach: 1.5, goal: 1.1 },
  {
    what: 'summary by day, 30 days',
    quantile: 0.5,
    paths: [summary(`groupBy=openedDay&openedFrom=${ago(30)}`)],
    reach: 1.5,
    goal: 1.1,
  },
  {
    what: 'backlog report',
    quantile: 0.5,
    paths: [summary(`groupBy=openedDay&status=open,active&openedFrom=${ago(7)}`)],
    reach: 1.2,
    goal: 1.1,
  },
  {
    what: 'resolution report',
    quantile: 0.5,
    paths: [summary(`groupBy=openedMonth&openedFrom=${startOf(11)}&openedTo=${startOf(-1)}`)],
    reach: 1.2,
    goal: 1.1,
  },
  {
    what: 'categories report',
    quantile: 0.5,
    paths: [summary('groupBy=category&status=active')],
    reach: 1.2,
    goal: 1.1,
  },
];

type MeasureScaleInput = {
  /** The smallest first. */
  apis: { size: number; port: number }[];
  /** The size that the smallest is the baseline of. */
  compared: number;
  rounds: number;
  requests: number;
};

/** Every question at every size, in turns. */
export async function measureScale(
  input: MeasureScaleInput,
): Promise<{ lines: Measured[]; curves: Curve[] }> {
  const { apis, compared, rounds, requests } = input;
  const smallest = apis[0]?.size ?? compared;
  const lines: Measured[] = [];
  const curves: Curve[] = [];
  for (const { what, quantile, paths, reach, goal } of questions) {
    const times = new Map<number, number[]>(apis.map(({ size }) => [size, []]));
    for (let round = 0; round <= rounds; round += 1)
      for (const { size, port } of apis) {
        const ms = await ask({ port, paths, quantile, requests });
        // The first round warms up.
        if (round > 0) times.get(size)?.push(ms);
      }
    const baseline = times.get(smallest) ?? [];
    const ratios = (times.get(compared) ?? []).map((ms, round) => ms / (baseline[round] ?? Number.NaN));
    lines.push({
      what: `${what}, ${compared.toLocaleString('en')} tickets`,
      against: `${smallest.toLocaleString('en')} tickets`,
      unit: 'times',
      rounds: ratios,
      reach,
      goal,
    });
    curves.push({ what, points: [...times].map(([size, ms]) => ({ size, ms: median(ms) })) });
  }
  return { lines, curves };
}

type AskInput = { port: number; paths: string[]; quantile: number; requests: number };

/** One at a time: what is measured is how long somebody waits, not how many can. */
async function ask({ port, paths, quantile, requests }: AskInput): Promise<number> {
  const requestOf = (at: number) => ({ method: 'GET', path: paths[at % paths.length] ?? '' }) as const;
  const { each } = await timeRequests({ port, token: apiToken, count: requests, requestOf, atOnce: 1 });
  const sorted = each.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}

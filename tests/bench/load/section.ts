import type { Bench, Measured, Section } from '../section.ts';
import { measureLoad } from './measure-load.ts';

/** API and bot under the traffic that Slack sends. */
export const loadSection: Section = {
  name: 'load',
  about: '200 requests a second as Slack sends them, of 40,000 people, for a minute',
  measure,
};

async function measure({ server, isQuick, note }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url, drop } = await createDatabase();
  const perSecond = isQuick ? 100 : 200;
  const load = await measureLoad({ databaseUrl: url, perSecond, seconds: isQuick ? 5 : 60 }).finally(drop);
  note(
    `  ${load.sent} requests: median ${load.p50Ms.toFixed(0)} ms, worst ${load.worstMs.toFixed(0)} ms; ` +
      `${load.filed} filings stored, ${load.refused} asked to try again, ${load.said} messages stored`,
  );
  const failed = Object.values(load.failed).reduce((sum, count) => sum + count, 0);
  const what = `${perSecond} mixed requests a second`;
  return [
    { what: `${what}: p99`, against: '–', unit: 'ms', rounds: [load.p99Ms], reach: 500, goal: 300 },
    { what: `${what}: failed`, against: '–', unit: 'failed', rounds: [failed], reach: 0, goal: 0 },
    {
      what: 'memory of API and bot after it',
      against: '–',
      unit: 'MB',
      rounds: [load.memoryMb],
      reach: 300,
      goal: 220,
    },
  ];
}

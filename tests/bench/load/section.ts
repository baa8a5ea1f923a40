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
  const perSecond = isQuick ? 100 : 200;
  const run = async (where: string, inOne: boolean) => {
    const { url: databaseUrl, drop } = await createDatabase();
    const seconds = isQuick ? 5 : 60;
    const load = await measureLoad({ databaseUrl, inOne, perSecond, seconds }).finally(drop);
    const failed = Object.values(load.failed).reduce((sum, count) => sum + count, 0);
    note(
      `  ${where}: ${load.sent} requests, ${failed} not in time: median ${load.p50Ms.toFixed(0)} ms, worst ` +
        `${load.worstMs.toFixed(0)} ms; ${load.filed} filings stored, ${load.refused} asked to try again, ` +
        `${load.said} messages stored; ${load.memoryAtRestMb} MB before, ${load.memoryMb} after`,
    );
    return { ...load, failed };
  };
  const load = await run('API and bot', false);
  // One process has one core for both, and turns away what it cannot do: its memory is what is asked for.
  const inOne = await run('everything in one process', true);
  const what = `${perSecond} mixed requests a second`;
  return [
    { what: `${what}: p99`, against: '–', unit: 'ms', rounds: [load.p99Ms], reach: 500, goal: 300 },
    { what: `${what}: failed`, against: '–', unit: 'failed', rounds: [load.failed], reach: 0, goal: 0 },
    {
      what: 'memory after it, one process',
      against: '–',
      unit: 'MB',
      rounds: [inOne.memoryMb],
      reach: 300,
      goal: 220,
    },
  ];
}

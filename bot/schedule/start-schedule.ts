import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from '@campus-desk/service-kit';
import { Cron } from 'croner';
import cron from 'node-cron';
import type { Schedule } from '../config.ts';
import type { JobContext } from './context.ts';
import { type JobName, jobNames, runJob } from './run-job.ts';

/** So long after its due time a job is still worth running: after a restart, or when it failed. */
const worthwhileMs = 3_600_000;

/**
 * Starts the scheduled jobs, and runs those that were due within the last hour and not done; throws a sentence for
 * people when an expression is not valid.
 */
export function startSchedule({ context, schedule }: { context: JobContext; schedule: Schedule }): Part {
  const names = jobNames.filter(name => schedule[name] !== 'off');
  for (const name of names)
    if (!cron.validate(schedule[name]))
      throw new Error(`${name.toUpperCase()}_CRON is not a schedule; write one such as 0 9 * * 1-5, or off`);

  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const start = (name: JobName) => {
    const due = lastDue(name);
    // A bot that starts in the very second a job is due would run it twice at once.
    const run = `${name} ${due.getTime()}`;
    if (running.has(run)) return;
    running.set(
      run,
      runUntilDone({ name, due }).finally(() => running.delete(run)),
    );
  };
  const tasks = names.map(name =>
    cron.schedule(schedule[name], () => start(name), { timezone: schedule.timeZone, name }),
  );
  for (const name of names) start(name);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(tasks.map(task => task.destroy()));
      await Promise.all(running.values());
    },
  };

  async function runUntilDone({ name, due }: { name: JobName; due: Date }): Promise<void> {
    while (context.now() - due.getTime() < worthwhileMs && !stopping.signal.aborted) {
      const againInMs = await runJob({ context, name, due });
      if (againInMs === undefined) return;
      await wait(againInMs, undefined, { ref: false, signal: stopping.signal }).catch(() => undefined);
    }
  }

  /** When a job was due last, long ago if it never was; node-cron only knows when it is due next. */
  function lastDue(name: JobName): Date {
    // The due second itself counts, and the timer may fire a little early.
    const now = new Date(context.now() + 1000);
    const [last] = new Cron(schedule[name], { timezone: schedule.timeZone }).previousRuns(1, now);
    return last ?? new Date(0);
  }
}

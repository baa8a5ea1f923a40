import type { Part } from '@campus-desk/service-kit';
import cron from 'node-cron';
import type { JobContext } from './context.ts';
import { sendDigest } from './send-digest.ts';
import { sendReminders } from './send-reminders.ts';

/** When the jobs run, as cron expressions in the time zone of the campus; `off` is never. */
export type Schedule = { digest: string; reminder: string; timeZone: string };

const jobs = { digest: sendDigest, reminder: sendReminders };
type JobName = keyof typeof jobs;

/** For this long after a job ran, no other bot runs it. */
const ttlSeconds = 3600;

/** Starts the scheduled jobs; throws a sentence for people when an expression is not valid. */
export function startSchedule({ context, schedule }: { context: JobContext; schedule: Schedule }): Part {
  const names = (Object.keys(jobs) as JobName[]).filter(name => schedule[name] !== 'off');
  for (const name of names)
    if (!cron.validate(schedule[name]))
      throw new Error(`${name.toUpperCase()}_CRON is not a schedule; write one such as 0 9 * * 1-5, or off`);

  const running = new Set<Promise<void>>();
  const tasks = names.map(name =>
    cron.schedule(
      schedule[name],
      () => {
        const run = runJob({ context, name }).finally(() => running.delete(run));
        running.add(run);
        return run;
      },
      { timezone: schedule.timeZone, noOverlap: true, name },
    ),
  );
  return {
    stop: async () => {
      await Promise.all(tasks.map(task => task.destroy()));
      await Promise.all(running);
    },
  };
}

/** Runs a job if this bot gets the job's lease: of several bots one does. */
export async function runJob({ context, name }: { context: JobContext; name: JobName }): Promise<void> {
  const { client, holder, logger } = context;
  try {
    const lease = await client.takeLease({ name, holder, ttlSeconds });
    if (lease.holder !== holder) return;
    await jobs[name](context);
    logger.info({ job: name }, 'scheduled job done');
  } catch (err) {
    logger.error({ err, job: name }, 'scheduled job failed');
  }
}

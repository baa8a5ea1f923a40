import { type Client, isHoliday } from '@campus-desk/contract';
import type { JobContext } from './context.ts';
import { sendDigest } from './send-digest.ts';
import { sendReminders } from './send-reminders.ts';

/** Each job may run twice for the same due time: what it has sent already it does not send again. */
const jobs = { digest: sendDigest, reminder: sendReminders };
export type JobName = keyof typeof jobs;
export const jobNames = Object.keys(jobs) as JobName[];

/** A bot that dies in the middle of a job leaves it to another after this time. */
const runningSeconds = 120;
/** For this long after a job is done, nobody runs it again. */
const doneSeconds = 3600;
const retryMs = 60_000;

type RunJobInput = { context: JobContext; name: JobName; due?: Date };

/**
 * Runs a job if this bot gets its lease: of several bots one does. Answers after how many milliseconds to ask again,
 * because it failed here or is running elsewhere; undefined when it is done.
 */
export async function runJob(input: RunJobInput): Promise<number | undefined> {
  const { context, name, due = new Date(input.context.now()) } = input;
  const { client, holder, logger, now } = context;
  try {
    const lease = await client.takeLease({ name, holder, ttlSeconds: runningSeconds });
    if (lease.holder !== holder) {
      const leftMs = Date.parse(lease.expiresAt ?? '') - now();
      return leftMs <= runningSeconds * 1000 ? Math.max(leftMs, 0) + 1000 : undefined;
    }
    if (!(await isOnHoliday({ client, due }))) await jobs[name](context, { due });
    await client.takeLease({ name, holder, ttlSeconds: doneSeconds });
    logger.info({ job: name }, 'scheduled job done');
    return undefined;
  } catch (err) {
    logger.error({ err, job: name }, 'scheduled job failed');
    return retryMs;
  }
}

type IsOnHolidayInput = { client: Client; due: Date };

/** On a day that the campus file names as closed nobody is called to work. */
async function isOnHoliday({ client, due }: IsOnHolidayInput): Promise<boolean> {
  const { officeHours: hours, timeZone } = await client.getCampus();
  return hours !== null && isHoliday({ hours, timeZone, at: due });
}

import { localUrl } from '@campus-desk/service-kit';
import { eventsPath } from '../../../bot/ids.ts';
import { helpdeskChannel } from '../../../demo-campus.ts';
import { prepareDatabase } from '../api/prepare-database.ts';
import { startSmallSlack } from '../load/small-slack.ts';
import type { Bench, Measured, Section } from '../section.ts';
import { startEverything } from '../start-everything.ts';
import { askForStatistics } from './ask-for-statistics.ts';

/** What the first person waits for after a start. */
export const firstAnswerSection: Section = {
  name: 'first-stats',
  about: 'the first /stats after a start of everything, words and picture, at 1,000,000 tickets',
  measure,
};

const signingSecret = 'the signing secret of the bench';

async function measure({ server, rounds, isQuick, note }: Bench): Promise<Measured[]> {
  const { createDatabase } = await server();
  const { url: databaseUrl, drop } = await createDatabase();
  const filled = isQuick ? 10_000 : 1_000_000;
  const slack = await startSmallSlack();
  try {
    await prepareDatabase({ url: databaseUrl, filled, note });
    const times: number[] = [];
    for (let round = 0; round < (isQuick ? 1 : rounds); round += 1)
      times.push(await firstAnswer({ databaseUrl, slackUrl: slack.url }));
    const what = `first /stats after a start, ${filled.toLocaleString('en-US')} tickets`;
    return [{ what, against: '–', unit: 'ms', rounds: times, reach: 500, goal: 300 }];
  } finally {
    await slack.stop();
    await drop();
  }
}

type FirstAnswerInput = { databaseUrl: string; slackUrl: string };

/** Starts everything in one process, asks once, and stops it. */
async function firstAnswer({ databaseUrl, slackUrl }: FirstAnswerInput): Promise<number> {
  const { part, botPort } = await startEverything({
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_APP_TOKEN: '',
    SLACK_API_URL: slackUrl,
    HELPDESK_CHANNEL: helpdeskChannel,
    DIGEST_CRON: 'off',
    REMINDER_CRON: 'off',
  });
  try {
    return await askForStatistics({ url: `${localUrl(botPort)}${eventsPath}`, signingSecret });
  } finally {
    await part.stop();
  }
}

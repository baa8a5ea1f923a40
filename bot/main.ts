import { readConfig } from '../api/kit/config.ts';
import { createLogger } from '../api/kit/logger.ts';
import { runProgram } from '../api/kit/process.ts';
import { startBot } from './start.ts';

// npm run start:bot: the bot alone, for Slack or for a sandbox that runs elsewhere.
await runProgram(async environment => {
  const config = readConfig(environment);
  const { SLACK_BOT_TOKEN: botToken, HELPDESK_CHANNEL: helpdeskChannel } = config;
  if (botToken === undefined || helpdeskChannel === undefined)
    throw new Error(
      'The bot alone needs SLACK_BOT_TOKEN and HELPDESK_CHANNEL. Without Slack, use npm start.',
    );
  const bot = await startBot({
    config: {
      botToken,
      helpdeskChannel,
      signingSecret: config.SLACK_SIGNING_SECRET,
      appToken: config.SLACK_APP_TOKEN,
      slackApiUrl: config.SLACK_API_URL,
      port: config.BOT_PORT,
      host: config.HOST,
      apiUrl: config.API_URL,
      apiToken: config.API_TOKEN,
      statsUrls: {
        backlog: config.BACKLOG_URL,
        resolution: config.RESOLUTION_URL,
        categories: config.CATEGORIES_URL,
        charts: config.QUICKCHART_URL,
      },
      schedule: {
        digest: config.DIGEST_CRON,
        reminder: config.REMINDER_CRON,
        timeZone: config.CAMPUS_TIME_ZONE,
      },
    },
    logger: createLogger({ level: config.LOG_LEVEL }),
  });
  process.stdout.write(`The bot is ready at ${bot.url}\n`);
  return bot;
});

import { createLogger, type Part, readConfig, runProgram } from '@campus-desk/service-kit';
import { botConfigOf, slackOf } from './config.ts';
import { startBot } from './start.ts';

const help = `npm run start:bot: the bot alone, for Slack or for a sandbox that runs elsewhere.

It needs SLACK_BOT_TOKEN, HELPDESK_CHANNEL, and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN; the API is at API_URL. The
variables are described in README.md, section Configuration.
`;

await runProgram({ help, start: ({ environment }) => start(environment) });

async function start(environment: NodeJS.ProcessEnv): Promise<Part> {
  const config = readConfig(environment);
  const slack = slackOf(config);
  if (slack === undefined)
    throw new Error(
      'The bot alone needs SLACK_BOT_TOKEN and HELPDESK_CHANNEL. Without Slack, use npm start.',
    );
  const bot = await startBot({
    config: botConfigOf({ config, slack }),
    logger: createLogger({ level: config.LOG_LEVEL, format: config.LOG_FORMAT }),
  });
  process.stdout.write(`The bot is ready at ${bot.url}\n`);
  return bot;
}

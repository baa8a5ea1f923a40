import { createLogger, type Finding, readConfig, runOnce } from '@campus-desk/service-kit';
import { parse } from 'yaml';
import { z } from 'zod';
import { databaseOf } from './api/database-of.ts';
import { checkCampusFile } from './api/doctor/check-campus-file.ts';
import { checkDatabase } from './api/doctor/check-database.ts';
import { checkTimeZone } from './api/doctor/check-time-zone.ts';
import { checkWebhook } from './api/doctor/check-webhook.ts';
import { commandsOf, slackOf } from './bot/config.ts';
import { checkParts } from './bot/doctor/check-parts.ts';
import { checkRefused } from './bot/doctor/check-refused.ts';
import { checkSlack } from './bot/doctor/check-slack.ts';
import { slackManifest } from './manifests/slack-manifest.ts';

const help = `npm run doctor: says what is wrong with the Slack app, the helpdesk channel, the database, the campus file,
the running parts and the time zone, and what to do. It reads the same variables as npm start (README, section
Configuration), asks, and changes nothing. The exit code is 1 when something is wrong.

  npm run doctor                       in words
  npm run --silent doctor -- --json    as JSON: { problems, findings: [{ about, verdict, says, remedy }] }
`;

/** What the app needs to be allowed, as its manifest says it. */
const manifestSchema = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

await runOnce({
  help,
  options: { json: { type: 'boolean', default: false } },
  job: async ({ environment, options }) => {
    const findings = await examine(environment);
    const problems = findings.filter(({ verdict }) => verdict === 'wrong').length;
    if (options.json) process.stdout.write(`${JSON.stringify({ problems, findings }, null, 2)}\n`);
    else sayAll({ findings, problems });
    if (problems > 0) process.exitCode = 1;
  },
});

async function examine(environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  const config = readConfig(environment);
  const findings = await Promise.all([
    examineSlack(config),
    checkDatabase({
      ...databaseOf(config),
      needsServer: slackOf(config) !== undefined && config.ALLOW_EMBEDDED !== '1',
    }),
    checkCampusFile(config.CAMPUS_FILE),
    checkParts(config),
    checkRefused(config),
    checkWebhook(config),
    checkTimeZone({ timeZone: config.CAMPUS_TIME_ZONE, now: new Date() }),
  ]);
  return findings.flat();
}

function sayAll({ findings, problems }: { findings: Finding[]; problems: number }): void {
  for (const finding of findings) say(finding);
  process.stdout.write(`\n${formatResult(problems)}\n`);
}

function formatResult(wrong: number): string {
  if (wrong === 0) return 'Nothing is wrong.';
  return wrong === 1 ? '1 problem.' : `${wrong} problems.`;
}

async function examineSlack(config: ReturnType<typeof readConfig>): Promise<Finding[]> {
  const slack = slackOf(config);
  if (slack === undefined)
    return [
      {
        about: 'Slack app',
        verdict: 'note',
        says: 'No SLACK_BOT_TOKEN: npm start opens the sandbox.',
        remedy: 'For real use, create the app from a manifest (folder manifests) and set its tokens.',
      },
    ];
  const manifest = await slackManifest({
    mode: slack.appToken === undefined ? 'http' : 'socket',
    commands: commandsOf(config),
    readsMembers: config.HELPDESK_ONLY_MEMBERS === 'on',
  });
  const { bot: wantedScopes } = manifestSchema.parse(parse(manifest)).oauth_config.scopes;
  return checkSlack({ slack, wantedScopes, logger: createLogger({ level: 'silent' }) });
}

function say({ about, verdict, says, remedy }: Finding): void {
  const mark = { fine: 'ok', note: 'note', wrong: 'WRONG' }[verdict];
  process.stdout.write(`${mark.padEnd(6)} ${about.padEnd(17)} ${says}\n`);
  if (remedy !== undefined) process.stdout.write(`${' '.repeat(25)}${remedy}\n`);
}

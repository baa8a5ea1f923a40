import { readFile } from 'node:fs/promises';
import { createLogger, type Finding, readConfig, runOnce } from '@campus-desk/service-kit';
import { parse } from 'yaml';
import { checkDatabase } from './api/doctor/check-database.ts';
import { checkTimeZone } from './api/doctor/check-time-zone.ts';
import { slackOf } from './bot/config.ts';
import { checkParts } from './bot/doctor/check-parts.ts';
import { checkRefused } from './bot/doctor/check-refused.ts';
import { checkSlack } from './bot/doctor/check-slack.ts';

const help = `npm run doctor: says what is wrong with the Slack app, the helpdesk channel, the database, the running parts
and the time zone, and what to do. It reads the same variables as npm start (README, section Configuration), asks, and
changes nothing. The exit code is 1 when something is wrong.
`;

await runOnce({ help, job: ({ environment }) => examine(environment) });

async function examine(environment: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(environment);
  const findings = await Promise.all([
    examineSlack(config),
    checkDatabase({
      databaseUrl: config.DATABASE_URL,
      dataDir: config.DATA_DIR,
      migrating: config.MIGRATE,
      needsServer: slackOf(config) !== undefined && config.ALLOW_EMBEDDED !== '1',
    }),
    checkParts(config),
    checkRefused(config),
    checkTimeZone({ timeZone: config.CAMPUS_TIME_ZONE, now: new Date() }),
  ]);
  const all = findings.flat();
  for (const finding of all) say(finding);
  const wrong = all.filter(({ verdict }) => verdict === 'wrong').length;
  process.stdout.write(`\n${formatResult(wrong)}\n`);
  if (wrong > 0) process.exitCode = 1;
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
  const manifest = parse(await readFile(new URL('./manifests/slack.http.yaml', import.meta.url), 'utf8'));
  const wantedScopes: string[] = manifest.oauth_config.scopes.bot;
  return checkSlack({ slack, wantedScopes, logger: createLogger({ level: 'silent' }) });
}

function say({ about, verdict, says, remedy }: Finding): void {
  const mark = { fine: 'ok', note: 'note', wrong: 'WRONG' }[verdict];
  process.stdout.write(`${mark.padEnd(6)} ${about.padEnd(17)} ${says}\n`);
  if (remedy !== undefined) process.stdout.write(`${' '.repeat(25)}${remedy}\n`);
}

import { type Category, categories } from '@campus-desk/contract';
import { z } from 'zod';
import { serviceHost } from './host-for.ts';
import { loopback, urlAt } from './listen.ts';
import { logFormats, logLevels } from './logger.ts';
import { readSecretFiles } from './read-secret-files.ts';

const port = (standard: number) =>
  z.coerce
    .number({ error: 'is not a port; write a number such as 3000' })
    .int({ error: 'is not a port; write a whole number' })
    .min(1, { error: 'is not a port; write a number from 1 to 65535' })
    .max(65_535, { error: 'is not a port; write a number from 1 to 65535' })
    .default(standard);
const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'is not an address; write one such as http://127.0.0.1:3002',
});
/** Several hosts may stand between commas, which no parser of addresses takes. */
const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, {
    error: 'is not a database address; write postgres://user:password@host/name',
    abort: true,
  })
  .regex(/^\w+:\/\/([^@/?#\s]*@)?[^@/?#\s]*(\/[^@/?#\s]*)?(\?\S*)?$/, {
    error: 'is not a database address; in a password @ is %40, / is %2F, : is %3A and % is %25',
  });
const poolSize = 'is not a number of connections; write one from 1 to 500';
const cron = (standard: string) =>
  z
    .string()
    .trim()
    .regex(/^(off|\S+(\s+\S+){4,5})$/, { error: 'is not a schedule; write one such as 0 9 * * 1-5, or off' })
    .default(standard);
const token = ({ kind, prefix }: { kind: string; prefix: string }) =>
  z.string().startsWith(prefix, { error: `is not ${kind} token; Slack's begin with ${prefix}` });

const command = (standard: string) =>
  z
    .string()
    .trim()
    .regex(/^\/[a-z0-9_-]{1,31}$/, {
      error: `is not a command; write one such as /campus${standard.replace('/', '-')}: at most 32 of a-z, 0-9, - and _`,
    })
    .default(standard);

const channelId = /^[CG][A-Z0-9]+$/;

/** `facility:C1,it:C2`: a channel per category, as an object. */
const channelPerCategory = z
  .string()
  .transform(given => given.split(',').map(pair => pair.split(':').map(part => part.trim())))
  .superRefine((pairs, context) => {
    const problem = (message: string) => context.addIssue({ code: 'custom', message });
    for (const [category = '', channel = '', ...more] of pairs)
      if (!isCategory(category)) problem(`names “${category}”; the categories are ${categories.join(', ')}`);
      else if (!channelId.test(channel) || more.length > 0)
        problem(`names no channel id for ${category}; write one such as ${category}:C0123ABCD`);
    if (new Set(pairs.map(([category]) => category)).size < pairs.length)
      problem('names a category twice; each has one channel');
  })
  .transform((pairs): Partial<Record<Category, string>> => Object.fromEntries(pairs));

/** Every variable of the environment, with its default. Nothing else reads the environment. */
const environmentSchema = z
  .object({
    SLACK_BOT_TOKEN: token({ kind: 'a bot', prefix: 'xoxb-' }).optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    SLACK_APP_TOKEN: token({ kind: 'an app', prefix: 'xapp-' }).optional(),
    SLACK_API_URL: httpUrl.default('https://slack.com/api/'),
    HELPDESK_CHANNEL: z
      .string()
      .regex(channelId, {
        error: 'is not a channel id; copy the id (such as C0123ABCD) from the channel’s details',
      })
      .optional(),
    HELPDESK_CHANNELS: channelPerCategory.optional(),
    TICKET_COMMAND: command('/ticket'),
    STATS_COMMAND: command('/stats'),
    TICKET_EMOJI: z
      .string()
      .trim()
      .regex(/^:?[a-z0-9_+'-]{1,100}:?$/, {
        error: 'is not the name of an emoji; write one such as ticket, or off',
      })
      .transform(name => name.replaceAll(':', ''))
      .default('ticket'),
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_READ_URL: databaseUrl.optional(),
    DATABASE_CA_FILE: z.string().trim().optional(),
    DATABASE_POOL: z.coerce
      .number({ error: poolSize })
      .int({ error: poolSize })
      .min(1, { error: poolSize })
      .max(500, { error: poolSize })
      .default(10),
    DATA_DIR: z.string().default('./data'),
    ALLOW_EMBEDDED: z.enum(['0', '1'], { error: 'is not a choice; write 1 to allow it' }).default('0'),
    MIGRATE: z.enum(['auto', 'off'], { error: 'is not a choice; write auto or off' }).default('auto'),
    SANDBOX_PORT: port(3000),
    BOT_PORT: port(3001),
    API_PORT: port(3002),
    BACKLOG_PORT: port(3003),
    RESOLUTION_PORT: port(3004),
    CATEGORIES_PORT: port(3005),
    CHARTS_PORT: port(3006),
    QUALITY_PORT: port(3007),
    API_URL: httpUrl.optional(),
    BACKLOG_URL: httpUrl.optional(),
    RESOLUTION_URL: httpUrl.optional(),
    CATEGORIES_URL: httpUrl.optional(),
    QUALITY_URL: httpUrl.optional(),
    QUICKCHART_URL: httpUrl.optional(),
    API_TOKEN: z.string().min(8, { error: 'is too short; use at least 8 characters' }).optional(),
    CAMPUS_FILE: z.string().trim().optional(),
    RETENTION_DAYS: z.coerce
      .number({ error: 'is not a number of days; write one such as 730' })
      .int({ error: 'is not a number of days; write a whole number' })
      .min(1, { error: 'is not a number of days; write a number from 1 to 36500' })
      .max(36_500, { error: 'is not a number of days; write a number from 1 to 36500' })
      .optional(),
    WEBHOOK_URL: httpUrl.optional(),
    WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/, {
        error: 'is not a secret for webhooks; make one with: echo "whsec_$(openssl rand -base64 32)"',
      })
      .optional(),
    METRICS_TOKEN: z.string().min(8, { error: 'is too short; use at least 8 characters' }).optional(),
    CAMPUS_TIME_ZONE: z
      .string()
      .refine(isTimeZone, { error: 'is not a time zone; write an IANA name such as Europe/Rome' })
      .default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    DIGEST_CRON: cron('0 9 * * 1-5'),
    REMINDER_CRON: cron('0 15 * * 1-5'),
    HELPDESK_ONLY_MEMBERS: z
      .enum(['on', 'off'], { error: 'is neither on nor off; write one of them' })
      .default('off'),
    HINTS: z.enum(['on', 'off'], { error: 'is neither on nor off; write one of them' }).default('on'),
    HOST: z.string().default(loopback),
    LOG_LEVEL: z
      .enum(logLevels, { error: `is not a level; write one of ${logLevels.join(', ')}` })
      .default('info'),
    LOG_FORMAT: z.enum(logFormats, { error: `is not a format; write ${logFormats.join(' or ')}` }).optional(),
  })
  .superRefine(({ TICKET_COMMAND, STATS_COMMAND }, context) => {
    if (TICKET_COMMAND !== STATS_COMMAND) return;
    const message = 'is the name of TICKET_COMMAND too; each command needs its own';
    context.addIssue({ code: 'custom', path: ['STATS_COMMAND'], message });
  })
  .superRefine(({ DATABASE_URL, DATABASE_READ_URL }, context) => {
    if (DATABASE_READ_URL === undefined || DATABASE_URL !== undefined) return;
    const message = 'names a copy for reading; name the database itself in DATABASE_URL';
    context.addIssue({ code: 'custom', path: ['DATABASE_READ_URL'], message });
  })
  .superRefine(({ WEBHOOK_URL, WEBHOOK_SECRET }, context) => {
    if ((WEBHOOK_URL === undefined) === (WEBHOOK_SECRET === undefined)) return;
    const [set, unset] =
      WEBHOOK_URL === undefined ? ['WEBHOOK_SECRET', 'WEBHOOK_URL'] : ['WEBHOOK_URL', 'WEBHOOK_SECRET'];
    const message = `is missing; ${set} is set, and webhooks need both`;
    context.addIssue({ code: 'custom', path: [unset], message });
  })
  .superRefine(({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }, context) => {
    // Without it the sandbox starts, which nobody wants who has set the others. A wrong token has its own line.
    if (SLACK_BOT_TOKEN !== undefined) return;
    const hasAppToken = SLACK_APP_TOKEN?.startsWith('xapp-');
    if (!hasAppToken && SLACK_SIGNING_SECRET === undefined) return;
    const set = hasAppToken ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET';
    const message = `is missing; ${set} is set, and Slack takes both (without Slack leave out ${set})`;
    context.addIssue({ code: 'custom', path: ['SLACK_BOT_TOKEN'], message });
  })
  .superRefine((environment, context) => {
    if (environment.SLACK_BOT_TOKEN === undefined) return;
    const missing = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if (environment.HELPDESK_CHANNEL === undefined)
      missing('HELPDESK_CHANNEL', 'is missing; with Slack the bot needs the id of the helpdesk channel');
    if (environment.SLACK_SIGNING_SECRET === undefined && environment.SLACK_APP_TOKEN === undefined)
      missing(
        'SLACK_SIGNING_SECRET',
        'is missing; with Slack set it (HTTP mode), or SLACK_APP_TOKEN (Socket Mode)',
      );
  });

/** The name of every variable that is read. */
export const environmentVariables = Object.keys(environmentSchema.shape);

type Environment = z.infer<typeof environmentSchema>;
/** Addresses of services; an unset one is where the service listens on this machine. */
type Addresses = Record<
  'API_URL' | 'BACKLOG_URL' | 'RESOLUTION_URL' | 'CATEGORIES_URL' | 'QUALITY_URL' | 'QUICKCHART_URL',
  string
>;
export type Config = Omit<Environment, keyof Addresses> & Addresses;

/**
 * The configuration of this process from the environment; an empty value counts as unset, and secrets may be
 * named as files. Throws one error that lists every wrong variable on a line of its own.
 */
export function readConfig(given: Record<string, string | undefined>): Config {
  const { environment, problems } = readSecretFiles(given);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(issue => `${issue.path.join('.')} ${issue.message}`).join('\n'));
  return { ...parsed.data, ...addressesOf(parsed.data) };
}

function addressesOf(environment: Environment): Addresses {
  const here = (port: number) => urlAt({ host: serviceHost(environment), port });
  return {
    API_URL: environment.API_URL ?? here(environment.API_PORT),
    BACKLOG_URL: environment.BACKLOG_URL ?? here(environment.BACKLOG_PORT),
    RESOLUTION_URL: environment.RESOLUTION_URL ?? here(environment.RESOLUTION_PORT),
    CATEGORIES_URL: environment.CATEGORIES_URL ?? here(environment.CATEGORIES_PORT),
    QUALITY_URL: environment.QUALITY_URL ?? here(environment.QUALITY_PORT),
    QUICKCHART_URL: environment.QUICKCHART_URL ?? here(environment.CHARTS_PORT),
  };
}

function isCategory(name: string): boolean {
  return categories.some(category => category === name);
}

/** An offset such as +01:00 is none: Node 22 takes it, and PostgreSQL for the other way round. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

import type { Analysis } from '@campus-desk/contract';
import { type Config, readConfig } from '@campus-desk/service-kit';
import type { HelpdeskChannels } from './helpdesk-channels.ts';

/** The addresses of the services behind the statistics; who does not name the quality service has none. */
export type StatsAddresses = Record<Analysis | 'charts', string> & { quality?: string };

/** What the slash commands are called in this workspace. */
export type CommandNames = { ticket: string; stats: string };

/** When the jobs run, as cron expressions in the time zone of the campus; `off` is never. */
export type Schedule = { digest: string; reminder: string; timeZone: string };

/** What the bot needs to know at its start. */
export type BotConfig = HelpdeskChannels & {
  botToken: string;
  /** HTTP mode; without it the bot needs an app token. */
  signingSecret?: string | undefined;
  /** Socket Mode; takes precedence over a signing secret. */
  appToken?: string | undefined;
  slackApiUrl: string;
  /** `/ticket` and `/stats` by default. */
  commands?: CommandNames;
  /** The emoji that makes a ticket of a message, without colons; `off` for none. `ticket` by default. */
  ticketEmoji?: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  apiUrl: string;
  apiToken?: string | undefined;
  /** What the metrics can be read with besides it. */
  metricsToken?: string | undefined;
  /** The analytics services, and the QuickChart server that draws their charts. */
  statsUrls: StatsAddresses;
  /** Whether a filing form says while somebody types whose job it looks like; it does by default. */
  hints?: boolean;
  /** Whether the members of helpdesk's channels alone may act as helpdesk; by default anybody may. */
  helpdeskOnlyMembers?: boolean;
  /** When digest and reminders are sent; never by default. */
  schedule?: Schedule;
};

/** Which Slack the bot talks to, and how it is let in. */
export type SlackAccess = Pick<
  BotConfig,
  'botToken' | 'signingSecret' | 'appToken' | 'slackApiUrl' | keyof HelpdeskChannels
>;

/** The Slack that the environment names; undefined when it names none. */
export function slackOf(config: Config): SlackAccess | undefined {
  const { SLACK_BOT_TOKEN: botToken, HELPDESK_CHANNEL: helpdeskChannel } = config;
  if (botToken === undefined || helpdeskChannel === undefined) return undefined;
  return {
    botToken,
    helpdeskChannel,
    helpdeskChannels: config.HELPDESK_CHANNELS,
    signingSecret: config.SLACK_SIGNING_SECRET,
    appToken: config.SLACK_APP_TOKEN,
    slackApiUrl: config.SLACK_API_URL,
  };
}

/** What the configuration calls the slash commands. */
export function commandsOf({ TICKET_COMMAND: ticket, STATS_COMMAND: stats }: Config): CommandNames {
  return { ticket, stats };
}

/** What the environment calls the slash commands, whatever else may be wrong with it; throws a line for a wrong name. */
export function readCommandNames(environment: Record<string, string | undefined>): CommandNames {
  const { TICKET_COMMAND, STATS_COMMAND } = environment;
  return commandsOf(readConfig({ TICKET_COMMAND, STATS_COMMAND }));
}

/** What the bot needs to know at its start, for that Slack. */
export function botConfigOf({ config, slack }: { config: Config; slack: SlackAccess }): BotConfig {
  return {
    ...slack,
    commands: commandsOf(config),
    port: config.BOT_PORT,
    host: config.HOST,
    apiUrl: config.API_URL,
    apiToken: config.API_TOKEN,
    metricsToken: config.METRICS_TOKEN,
    statsUrls: {
      backlog: config.BACKLOG_URL,
      resolution: config.RESOLUTION_URL,
      categories: config.CATEGORIES_URL,
      quality: config.QUALITY_URL,
      charts: config.QUICKCHART_URL,
    },
    hints: config.HINTS === 'on',
    ticketEmoji: config.TICKET_EMOJI,
    helpdeskOnlyMembers: config.HELPDESK_ONLY_MEMBERS === 'on',
    schedule: {
      digest: config.DIGEST_CRON,
      reminder: config.REMINDER_CRON,
      timeZone: config.CAMPUS_TIME_ZONE,
    },
  };
}

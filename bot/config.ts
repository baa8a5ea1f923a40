import type { Schedule } from './schedule/start-schedule.ts';
import type { StatsAddresses } from './stats/reports.ts';

/** What the bot is told at its start. */
export type BotConfig = {
  botToken: string;
  /** HTTP mode; without it the bot needs an app token. */
  signingSecret?: string | undefined;
  /** Socket Mode; counts more than a signing secret. */
  appToken?: string | undefined;
  slackApiUrl: string;
  helpdeskChannel: string;
  /** 0 takes any free port. */
  port: number;
  host: string;
  apiUrl: string;
  apiToken?: string | undefined;
  /** The analytics services, and the QuickChart server that draws their charts; this machine's when not said. */
  statsUrls?: StatsAddresses;
  /** When digest and reminders are sent; never when not said. */
  schedule?: Schedule;
};

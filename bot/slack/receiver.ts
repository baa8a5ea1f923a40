import type { Clock, Logger, Metrics } from '@campus-desk/service-kit';
import type { Receiver, Logger as SlackLogger } from '@slack/bolt';
import type { BotConfig } from '../config.ts';
import type { healthAnswers } from './health.ts';

/** The way in from Slack: over HTTP, or over a socket with a small server beside it for the health checks. */
export type SlackReceiver = {
  /** What the Bolt app is built around. */
  receiver: Receiver;
  /** Lets requests in; resolves to the address, rejects when the port is taken or Slack refuses the app token. */
  open: () => Promise<string>;
  /** Lets no new request in, and waits for those that are in. */
  close: () => Promise<void>;
  isOpen: () => boolean;
};

export type ReceiverOptions = {
  config: BotConfig;
  health: ReturnType<typeof healthAnswers>;
  logger: Logger;
  /** The same logger, for Slack's libraries. */
  slackLogger: SlackLogger;
  metrics: Metrics;
  clock: Clock;
  /** Called when the socket is back: what happened meanwhile may have been missed. */
  onReconnected: () => void;
};

/** What opens the health of the bot. */
export function tokensOf({ apiToken, metricsToken }: BotConfig): string[] {
  return [apiToken, metricsToken].filter(token => token !== undefined);
}

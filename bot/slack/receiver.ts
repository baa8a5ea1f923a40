import type { HTTPReceiver, Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { BotConfig } from '../config.ts';
import type { healthAnswers } from './health.ts';

/** The way in from Slack: over HTTP, or over a socket with a small server beside it for the health checks. */
export type SlackReceiver = {
  /** What the Bolt app is built around. */
  receiver: HTTPReceiver | SocketModeReceiver;
  /** Lets requests in; resolves to the address, rejects when the port is taken or Slack refuses the app token. */
  open: () => Promise<string>;
  /** Lets no new request in, and waits for those that are in. */
  close: () => Promise<void>;
  isOpen: () => boolean;
};

export type ReceiverOptions = {
  config: BotConfig;
  health: ReturnType<typeof healthAnswers>;
  logger: SlackLogger;
  /** Called when the socket is back: what happened meanwhile may have been missed. */
  onReconnected: () => void;
};

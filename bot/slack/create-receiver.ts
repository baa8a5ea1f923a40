import { createHttpReceiver } from './http-receiver.ts';
import type { ReceiverOptions, SlackReceiver } from './receiver.ts';
import { createSocketReceiver } from './socket-receiver.ts';

/** The receiver the configuration asks for, not open yet; an app token takes precedence over a signing secret. */
export function createReceiver(options: ReceiverOptions): SlackReceiver {
  const { signingSecret, appToken } = options.config;
  if (appToken !== undefined) return createSocketReceiver({ ...options, appToken });
  if (signingSecret !== undefined) return createHttpReceiver({ ...options, signingSecret });
  throw new Error('The bot needs SLACK_SIGNING_SECRET (HTTP mode) or SLACK_APP_TOKEN (Socket Mode).');
}

import type { Logger } from '@campus-desk/service-kit';
import { App, type Receiver, type Logger as SlackLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { Identity } from './identity.ts';
import { ownDeliveries } from './own-deliveries.ts';
import { requestIds } from './request-ids.ts';

type WebClientOptionsInput = { slackApiUrl: string; timeoutMs: number };

/**
 * Options for calls of the Web API: no retries, because a repeated post shows twice; no waiting for rate limits,
 * because that delays every other call; and a time limit.
 */
export function webClientOptions(
  input: WebClientOptionsInput,
): Omit<WebClientOptions, 'logger' | 'logLevel'> {
  const { slackApiUrl, timeoutMs } = input;
  return {
    slackApiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // Answers over a response_url have no time limit of their own.
    fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ?? AbortSignal.timeout(timeoutMs) }),
  };
}

type CreateAppInput = {
  receiver: Receiver;
  token: string;
  identity: Identity;
  clientOptions: ReturnType<typeof webClientOptions>;
  logger: Logger;
  slackLogger: SlackLogger;
  newRequestId: () => string;
};

/** The Bolt app around a receiver; an event whose listener fails is answered with an error, so that Slack repeats it. */
export async function createApp(input: CreateAppInput): Promise<App> {
  const { receiver, token, identity, clientOptions, logger, slackLogger, newRequestId } = input;
  const { botUserId, botId } = identity;
  const app = new App({
    receiver,
    token,
    botUserId,
    botId,
    clientOptions,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    convoStore: false,
    logger: slackLogger,
  });
  app.use(requestIds({ newId: newRequestId }));
  app.use(ownDeliveries({ identity, logger }));
  app.error(async error => {
    slackLogger.error('listener failed:', error);
    throw error;
  });
  await app.init();
  return app;
}

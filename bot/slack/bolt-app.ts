import { App, type Receiver, type Logger as SlackLogger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';

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
  bot: { botUserId: string; botId: string };
  clientOptions: ReturnType<typeof webClientOptions>;
  logger: SlackLogger;
};

/** The Bolt app around a receiver; an event whose listener fails is answered with an error, so that Slack repeats it. */
export async function createApp(input: CreateAppInput): Promise<App> {
  const { receiver, token, bot, clientOptions, logger } = input;
  const app = new App({
    receiver,
    token,
    ...bot,
    clientOptions,
    tokenVerificationEnabled: false,
    deferInitialization: true,
    convoStore: false,
    logger,
  });
  app.error(async error => {
    logger.error('listener failed:', error);
    throw error;
  });
  await app.init();
  return app;
}

import { App, HTTPReceiver, type Logger as SlackLogger, SocketModeReceiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { type healthAnswers, healthRoutes } from './health.ts';

/** Longest body Slack sends us: a view with everything in it is 250 KB. */
const bodyLimit = 1024 * 1024;

/** The path under which Slack reaches the bot in HTTP mode. */
export const eventsPath = '/slack/events';

type WebClientOptionsInput = { slackApiUrl: string; timeoutMs: number };

/**
 * Calls of the Web API: no retries, because a repeated post shows twice; no waiting for rate limits, because that
 * holds up every call; and an end.
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

type CreateHttpReceiverInput = {
  signingSecret: string;
  health: ReturnType<typeof healthAnswers>;
  logger: SlackLogger;
};

/** Over HTTP, Slack is answered only after a listener is done: what failed is sent again. */
export function createHttpReceiver({ signingSecret, health, logger }: CreateHttpReceiverInput): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    processBeforeResponse: true,
    bodyLimit,
    customRoutes: healthRoutes(health),
    logger,
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404).end();
    },
  });
}

type CreateSocketReceiverInput = { appToken: string; slackApiUrl: string; logger: SlackLogger };

/** The socket has client options of its own: those of the Web API would end its reconnecting and leak the bot token. */
export function createSocketReceiver(input: CreateSocketReceiverInput): SocketModeReceiver {
  const { appToken, slackApiUrl, logger } = input;
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
}

type CreateAppInput = {
  receiver: HTTPReceiver | SocketModeReceiver;
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

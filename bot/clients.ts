import { type Client, createClient } from '@campus-desk/contract';
import type { Logger, Metrics } from '@campus-desk/service-kit';
import type { WebClient } from '@slack/web-api';
import type { BotConfig } from './config.ts';
import { webClientOptions } from './slack/bolt-app.ts';
import { createCountedClient } from './slack/counted-client.ts';
import { callLogger } from './slack/logger.ts';

/** The two that everything in the bot talks to, giving up a call after the same time. */
export type Clients = { slack: WebClient; api: Client };

/** An act of a person has 3 seconds in all, from Slack and back: our calls stay below that. */
export const interactiveTimeoutMs = 1800;
const backgroundTimeoutMs = 10_000;

type CreateClientsInput = { config: BotConfig; logger: Logger; metrics: Metrics };

/** The clients for what a person waits for, and for what nobody waits for; every call of Slack is counted. */
export function createClients(input: CreateClientsInput): { forActs: Clients; forBackground: Clients } {
  const { config, logger, metrics } = input;
  const { botToken, slackApiUrl, apiUrl, apiToken } = config;
  const slackCalls = metrics.counter({
    name: 'campus_desk_slack_calls_total',
    help: 'Calls to Slack by method and how they ended: ok, refused, gone, rate-limited, unavailable, unclear, locked-out.',
    labelNames: ['method', 'verdict'],
  });
  const clientsOf = (timeoutMs: number): Clients => ({
    slack: createCountedClient({
      token: botToken,
      options: { ...webClientOptions({ slackApiUrl, timeoutMs }), logger: callLogger(logger) },
      count: call => slackCalls.inc(call),
    }),
    api: createClient({ baseUrl: apiUrl, token: apiToken, timeoutMs }),
  });
  return { forActs: clientsOf(interactiveTimeoutMs), forBackground: clientsOf(backgroundTimeoutMs) };
}

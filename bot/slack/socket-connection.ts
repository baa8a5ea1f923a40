import { backOffMs, type Clock, type Logger, within } from '@campus-desk/service-kit';
import type { ReceiverEvent, Logger as SlackLogger } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';

/** What Slack sends over the socket; it is sent again, or to another connection, until it is acknowledged. */
export type Envelope = {
  envelope_id: string;
  type: string;
  body: ReceiverEvent['body'];
  ack: (answer?: Record<string, unknown>) => Promise<void>;
  retry_num?: number;
  retry_reason?: string;
};

/** Longest pause before Slack is asked for a connection again. */
const maxPauseMs = 15_000;
/** A connection that ends sooner counts as a failure, so that Slack is not asked in a tight loop. */
const minLifeMs = 10_000;
const openTimeoutMs = 10_000;
/** Slack may leave our goodbye unanswered. */
const closeTimeoutMs = 2000;

type CreateSocketConnectionInput = {
  appToken: string;
  slackApiUrl: string;
  logger: Logger;
  slackLogger: SlackLogger;
  clock: Clock;
  onEnvelope: (envelope: Envelope) => void;
  onReconnected: () => void;
};

/**
 * A connection of Socket Mode that comes back by itself. The library's own reconnecting is off: it ends in unhandled
 * rejections, waits at least five seconds, and longer and longer after every failure.
 */
export function createSocketConnection(input: CreateSocketConnectionInput) {
  const { appToken, slackApiUrl, logger, slackLogger, clock, onEnvelope, onReconnected } = input;
  const client = new SocketModeClient({
    appToken,
    logger: slackLogger,
    autoReconnectEnabled: false,
    // Options of its own: those of the Web API would end the retries and leak the bot token.
    clientOptions: {
      slackApiUrl,
      timeout: openTimeoutMs,
      retryConfig: { retries: 2, maxTimeout: maxPauseMs },
    },
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  let openedAt: number | undefined;
  let failures = 0;
  let reconnecting = Promise.resolve();

  surviveOddFrames({ client, logger });
  client.on('slack_event', onEnvelope);
  client.on('connected', () => {
    openedAt = clock.now();
  });
  client.on('disconnected', () => {
    if (openedAt === undefined || signal.aborted) return;
    failures = clock.now() - openedAt < minLifeMs ? failures + 1 : 0;
    openedAt = undefined;
    reconnecting = reconnect();
  });

  return {
    isOpen: (): boolean => openedAt !== undefined && !signal.aborted,

    /** Resolves when Slack has greeted; rejects when it refuses. */
    async open(): Promise<void> {
      await client.start();
    },

    /** Ends the connection, also one that is just being made. */
    async close(): Promise<void> {
      stopping.abort();
      await within({ work: reconnecting.then(() => client.disconnect()), ms: closeTimeoutMs });
    },
  };

  async function reconnect(): Promise<void> {
    for (;;) {
      if (failures > 0)
        await clock.sleep(Math.min(backOffMs(failures), maxPauseMs), { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        await client.start();
        return onReconnected();
      } catch (err) {
        failures += 1;
        logger.warn({ err, failures }, 'no connection to Slack yet');
      }
    }
  }
}

type SurviveOddFramesInput = { client: SocketModeClient; logger: Logger };

/** The library reads frames without a net: one such as `app_rate_limited`, which has no event, would end the process. */
function surviveOddFrames({ client, logger }: SurviveOddFramesInput): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame) => {
    try {
      for (const read of readers) await read(...frame);
    } catch (err) {
      logger.warn({ err }, 'ignored a frame of Slack that could not be read');
    }
  });
}

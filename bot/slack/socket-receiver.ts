import type { Server } from 'node:http';
import { addressOf, hostFor, within } from '@campus-desk/service-kit';
import type { App, Receiver } from '@slack/bolt';
import { askAtStart } from './ask-at-start.ts';
import { closed, startHealthServer } from './health-server.ts';
import { createMayAskHealth } from './may-ask-health.ts';
import { type ReceiverOptions, type SlackReceiver, tokensOf } from './receiver.ts';
import { createSocketConnection, type Envelope } from './socket-connection.ts';
import { createWaitingEvents, isAway } from './waiting-events.ts';

/** Slack waits 3 seconds for an acknowledgement: what takes longer is not waited for. */
const maxEnvelopeMs = 3000;

type CreateSocketReceiverInput = ReceiverOptions & { appToken: string };

/**
 * Socket Mode, with a small server beside it for the health checks. An event is acknowledged after its listener has
 * stored it: what failed is sent again by Slack, and what came while the API was away is kept here too.
 */
export function createSocketReceiver(input: CreateSocketReceiverInput): SlackReceiver {
  const { config, health, logger, slackLogger, metrics, clock, appToken, onReconnected } = input;
  const { slackApiUrl, port } = config;
  const host = hostFor({ config: { API_TOKEN: config.apiToken, HOST: config.host }, logger, service: 'bot' });
  const mayAsk = createMayAskHealth({ tokens: tokensOf(config), isPublic: false });
  const waiting = createWaitingEvents({ clock, logger, metrics });
  const connection = createSocketConnection({
    appToken,
    slackApiUrl,
    logger,
    slackLogger,
    clock,
    onEnvelope: receive,
    onReconnected,
  });
  const running = new Set<Promise<void>>();
  let app: App | undefined;
  let server: Server | undefined;
  let isClosing = false;

  const receiver: Receiver = {
    init: created => {
      app = created;
    },
    start: connection.open,
    stop: connection.close,
  };

  return {
    receiver,
    isOpen: connection.isOpen,

    async open() {
      const listening = await startHealthServer({ health, mayAsk, port, host });
      server = listening;
      const ask = connection.open;
      await askAtStart({ ask, secret: 'SLACK_APP_TOKEN', slackApiUrl, clock, logger }).catch(async error => {
        await closed(listening);
        throw error;
      });
      return addressOf({ server: listening, host });
    },

    async close() {
      isClosing = true;
      await within({ work: Promise.all(running), ms: maxEnvelopeMs });
      await waiting.stop();
      await connection.close();
      if (server !== undefined) await closed(server);
    },
  };

  function receive(envelope: Envelope): void {
    // Not acknowledged, so Slack gives it to another connection.
    if (isClosing) return;
    const work = handle(envelope).finally(() => running.delete(work));
    running.add(work);
  }

  async function handle(envelope: Envelope): Promise<void> {
    // A listener that failed has been logged, and the person who waits for an answer is shown Slack's own error.
    if (envelope.type !== 'events_api') return process(envelope).catch(() => undefined);
    const { body, envelope_id } = envelope;
    const event = {
      id: body.event_id ?? envelope_id,
      thread: threadOf(body),
      store: () => process(envelope),
    };
    if (waiting.hasThread(event.thread)) return waiting.add(event);
    await event.store().catch(error => {
      if (isAway(error)) waiting.add(event);
    });
  }

  /** Runs the listeners. Bolt acknowledges an event before them; the answer to a person goes when they give it. */
  async function process(envelope: Envelope): Promise<void> {
    const { type, body, retry_num: retryNum, retry_reason: retryReason } = envelope;
    const isEvent = type === 'events_api';
    const acknowledge = (answer?: Record<string, unknown>) =>
      envelope.ack(answer).catch(err => logger.info({ err, type }, 'not acknowledged, Slack sends it again'));
    await app?.processEvent({
      body,
      ...(retryNum !== undefined && { retryNum }),
      ...(retryReason !== undefined && { retryReason }),
      ack: async answer => {
        if (!isEvent) await acknowledge(answer);
      },
    });
    if (isEvent) await acknowledge();
  }
}

/** The conversation and thread of an event, as one key; a message outside of threads is a thread of its own. */
function threadOf({ event }: Envelope['body']): string {
  const message = event?.message ?? event?.previous_message ?? event;
  return `${event?.channel} ${message?.thread_ts ?? event?.thread_ts ?? message?.ts}`;
}

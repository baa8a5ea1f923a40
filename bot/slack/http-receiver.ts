import type { IncomingMessage, ServerResponse } from 'node:http';
import { addressOf } from '@campus-desk/service-kit';
import { HTTPModuleFunctions, HTTPReceiver } from '@slack/bolt';
import { eventsPath } from '../ids.ts';
import { answerHealth } from './health.ts';
import { createMayAskHealth } from './may-ask-health.ts';
import { type ReceiverOptions, type SlackReceiver, tokensOf } from './receiver.ts';
import { shedDeliveries } from './shed-deliveries.ts';
import { isAway } from './waiting-events.ts';

/** Longest body Slack sends us, in bytes: a view with everything in it is 250 KB. */
const maxBodyBytes = 1024 * 1024;

/** Deliveries at once, at about ten milliseconds each: the last of more would be answered too late. */
const maxUnderWay = 150;

/** Slack waits 3 seconds for an answer: a connection that is busy for longer is not one to wait for. */
const maxRequestMs = 3000;

/**
 * Longer than the two minutes for which Caddy keeps an idle connection: Node takes one new connection in a turn of its loop, so
 * in a rush those that are there already are what is read in time.
 */
const keepAliveMs = 130_000;

type CreateHttpReceiverInput = ReceiverOptions & { signingSecret: string };

/** Over HTTP, Slack is answered only after a listener is done: what failed is sent again. */
export function createHttpReceiver(input: CreateHttpReceiverInput): SlackReceiver {
  const { config, slackLogger, signingSecret, metrics } = input;
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [eventsPath],
    processBeforeResponse: true,
    bodyLimit: maxBodyBytes,
    customRoutes: healthRoutes(input),
    logger: slackLogger,
    processEventErrorHandler: async failure => {
      // Busy is not broken: whoever watches the bot's answers can tell them apart, to Slack both mean later.
      if (!isAway(causeOf(failure.error)))
        return HTTPModuleFunctions.defaultProcessEventErrorHandler(failure);
      if (!failure.response.headersSent) failure.response.writeHead(503).end();
      return true;
    },
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404).end();
    },
  });
  let isOpen = false;
  let cut = () => {};
  return {
    receiver,
    isOpen: () => isOpen,
    async open() {
      const server = await receiver.start({ port: config.port, host: config.host });
      server.keepAliveTimeout = keepAliveMs;
      shedDeliveries({
        server,
        isDelivery: ({ url }) => url?.split('?')[0] === eventsPath,
        max: maxUnderWay,
        onShed: () =>
          metrics.countRequest({ method: 'SLACK', route: 'turned away', status: 503, seconds: 0 }),
      });
      isOpen = true;
      cut = () => server.closeAllConnections();
      return addressOf({ server, host: config.host });
    },
    async close() {
      isOpen = false;
      const timer = setTimeout(cut, maxRequestMs);
      await receiver.stop();
      clearTimeout(timer);
    },
  };
}

/** The health checks as Bolt takes them, beside what Slack sends. */
function healthRoutes({ config, health: answers }: ReceiverOptions) {
  const mayAsk = createMayAskHealth({ tokens: tokensOf(config), isPublic: true });
  return Object.keys(answers).map(path => ({
    path,
    method: ['GET', 'HEAD'],
    handler: (request: IncomingMessage, response: ServerResponse) =>
      void answerHealth({ answers, mayAsk, request, response }),
  }));
}

/** Bolt wraps what a listener threw. */
function causeOf(error: Error): unknown {
  return 'original' in error ? error.original : error;
}

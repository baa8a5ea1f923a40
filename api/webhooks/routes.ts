import { randomUUID } from 'node:crypto';
import { webhookStateSchema } from '@campus-desk/contract';
import { type Logger, problems, type Service } from '@campus-desk/service-kit';
import type { Context } from '../context.ts';
import type { OutboxNotifier } from '../outbox/notifier.ts';
import { readProgress } from './progress.ts';
import { readWebhook } from './read-webhook.ts';
import type { Receiver } from './send-event.ts';
import { createWebhookSender } from './webhook-sender.ts';

type AddWebhooksInput = {
  app: Service;
  context: Context;
  notifier: OutboxNotifier;
  receiver: Receiver | undefined;
  logger: Logger;
};

/** Sends every event to the receiver, where there is one, and says how that goes. */
export function addWebhooks(input: AddWebhooksInput): void {
  const { app, receiver } = input;
  const { db } = input.context;
  app.get(
    '/v1/webhook',
    {
      schema: {
        tags: ['Webhook'],
        operationId: 'readWebhook',
        summary: 'How the receiver of webhooks keeps up',
        description:
          'Every event is sent to WEBHOOK_URL in order; one that is not taken is sent again until it is.',
        response: { 200: webhookStateSchema, ...problems() },
      },
    },
    () => readWebhook({ db, receiver }),
  );
  if (receiver !== undefined) addSender({ ...input, receiver });
}

function addSender(input: AddWebhooksInput & { receiver: Receiver }): void {
  const { app, context, receiver } = input;
  const { db, clock } = context;
  const attempts = app.metrics.counter({
    name: 'campus_desk_webhook_attempts_total',
    help: 'Events sent to the receiver of webhooks, by whether it took them.',
    labelNames: ['outcome'],
  });
  app.metrics.gauge({
    name: 'campus_desk_webhook_lag_seconds',
    help: 'Age of the oldest event that the receiver of webhooks has not taken; 0 when it has all.',
    read: async () => {
      const { waitingSince } = await readWebhook({ db, receiver });
      return waitingSince === null ? 0 : (clock().getTime() - Date.parse(waitingSince)) / 1000;
    },
  });
  const sender = createWebhookSender({
    ...input,
    holder: `api-${randomUUID()}`,
    observe: outcome => attempts.inc({ outcome }),
  });
  // A new receiver gets what happens from the first request on.
  app.addHook('onReady', async () => {
    await readProgress(db);
  });
  app.addHook('onListen', async () => sender.start());
  app.addHook('preClose', () => sender.stop());
}

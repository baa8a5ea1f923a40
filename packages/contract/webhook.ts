import { z } from 'zod';

/** How the receiver of webhooks keeps up. */
export const webhookStateSchema = z
  .object({
    receiver: z.string().nullable().describe('its host; null while no WEBHOOK_URL is set'),
    position: z.int().min(0).describe('the last event that it took'),
    waitingSince: z.iso.datetime().nullable().describe('time of the oldest event that it has not taken'),
    failure: z.string().nullable().describe('why it did not take the next event'),
    failingSince: z.iso.datetime().nullable(),
  })
  .meta({
    id: 'WebhookState',
    examples: [
      {
        receiver: 'hooks.campus.example',
        position: 344,
        waitingSince: '2026-11-22T09:04:00.000Z',
        failure: 'HTTP 500',
        failingSince: '2026-11-22T09:04:01.000Z',
      },
    ],
  });
export type WebhookState = z.infer<typeof webhookStateSchema>;

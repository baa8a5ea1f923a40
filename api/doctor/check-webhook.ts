import { createClient } from '@campus-desk/contract';
import type { Config, Finding } from '@campus-desk/service-kit';

const about = 'Webhooks';

/** Whether the receiver of webhooks takes what it is sent; nothing without one, or when the API does not answer. */
export async function checkWebhook({ API_URL, API_TOKEN }: Config): Promise<Finding[]> {
  const client = createClient({ baseUrl: API_URL, token: API_TOKEN });
  const state = await client.readWebhook().catch(() => undefined);
  if (state === undefined || state.receiver === null) return [];
  const { receiver, position, failure, failingSince, waitingSince } = state;
  if (failure === null)
    return [{ about, verdict: 'fine', says: `${receiver} has ${waitingSince ? 'most' : 'all'} events.` }];
  return [
    {
      about,
      verdict: 'wrong',
      says: `${receiver} does not take the event after ${position} (${failure}), since ${failingSince}.`,
      remedy: 'It is sent again until it is taken, and the later ones after it. See what the receiver says.',
    },
  ];
}

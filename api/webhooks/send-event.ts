import type { TicketEvent } from '@campus-desk/contract';
import { signedHeaders } from './sign.ts';

/** Where webhooks go, and what signs them. */
export type Receiver = { url: string; secret: string };

/** Longest time that the receiver may take to answer, in milliseconds; the lease of whoever sends lasts longer. */
const timeoutMs = 10_000;

type SendEventInput = { receiver: Receiver; event: TicketEvent; now: Date };

/** Sends one event; why the receiver did not take it, or undefined when it did. */
export async function sendEvent({ receiver, event, now }: SendEventInput): Promise<string | undefined> {
  const body = JSON.stringify(event);
  const seconds = Math.floor(now.getTime() / 1000);
  try {
    const response = await fetch(receiver.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...signedHeaders({ secret: receiver.secret, id: `event-${event.id}`, seconds, body }),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `HTTP ${response.status}`;
  } catch (error) {
    return reasonOf(error);
  }
}

/** In a few words: `fetch failed` alone says nothing. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

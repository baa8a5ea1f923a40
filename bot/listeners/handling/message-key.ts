import type { SlackRef } from '@campus-desk/contract';

/** The key with which a message becomes a ticket, once, by whichever way. */
export function messageKey({ channel, ts }: SlackRef): string {
  return `message:${channel}:${ts}`;
}

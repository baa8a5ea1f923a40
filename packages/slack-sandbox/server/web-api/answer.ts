import type { WebAPICallResult } from '@slack/web-api';

/** What a method answers beside `ok`, as Slack's own client has it. */
export type Answer<Response extends WebAPICallResult> = Omit<Response, 'ok'>;

// biome-ignore lint/suspicious/noExplicitAny: what an app sent goes back as it came, whatever Slack's types make of it
type AsSent = any;

/** Blocks, attachments, metadata or a view that an app sent, for Slack's types. */
export function asSent(json: unknown): AsSent {
  return json;
}

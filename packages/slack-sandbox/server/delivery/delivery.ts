import type { SlackJson } from '../../protocol.ts';

/** One request of Slack to the app. */
export type Delivery = {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  /** For the inspector, such as `slash_commands /ticket`. */
  what: string;
  payload: SlackJson;
  /** Where the manifest sends it in HTTP mode. */
  url?: string;
  /** Whether an answer may say more than "received". */
  acceptsAnswer: boolean;
  retry?: { number: number; reason: FailureReason };
};

/** What came back: the acknowledgement's body (`''` when empty, text, or JSON), or why there was none. */
export type Delivered =
  | { ok: true; status: number; body: unknown }
  | { ok: false; reason: FailureReason; status?: number; isFinal?: boolean };

/** Slack's names for a failed attempt (`x-slack-retry-reason`), and one for an app that has no address. */
export type FailureReason =
  | 'http_timeout'
  | 'connection_failed'
  | 'http_error'
  | 'too_many_redirects'
  | 'unknown_error'
  | 'no_url';

/** Carries a delivery to the app over HTTP or a socket; never throws. */
export type AppLink = (delivery: Delivery) => Promise<Delivered>;

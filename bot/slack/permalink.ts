import type { SlackRef } from '@campus-desk/contract';

/** The message a permalink of Slack points to, and the root of its thread; undefined for any other address. */
export function readPermalink(
  permalink: string | undefined,
): { message: SlackRef; root: SlackRef } | undefined {
  if (permalink === undefined) return undefined;
  const url = new URL(permalink);
  const [, channel, seconds, micros] = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})$/.exec(url.pathname) ?? [];
  if (channel === undefined) return undefined;
  const ts = `${seconds}.${micros}`;
  return {
    message: { channel, ts },
    root: { channel, ts: url.searchParams.get('thread_ts') ?? ts },
  };
}

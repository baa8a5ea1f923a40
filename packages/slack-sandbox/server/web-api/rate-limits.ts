import type { SlackJson } from '../../protocol.ts';

/** How often a method may be called: so many a minute, or at the pace of one channel. */
export type MethodLimit = { perMinute: number } | 'one a second per channel' | 'none';

export type RateLimits = {
  /** Counts the call; answers the seconds to wait when it is one too many. */
  hit(call: { method: string; limit: MethodLimit; args: SlackJson }): number | undefined;
};

/** Slack's tiers of rate limits; the real ones give a little more than they promise. */
export const tier1: MethodLimit = { perMinute: 20 };
export const tier2: MethodLimit = { perMinute: 40 };
export const tier3: MethodLimit = { perMinute: 100 };
export const tier4: MethodLimit = { perMinute: 200 };
/** `chat.update` is the one tier 3 method an app runs into: exactly 50 a minute. */
export const updatesPerMinute: MethodLimit = { perMinute: 50 };
export const postsPerChannel: MethodLimit = 'one a second per channel';

const minuteMs = 60_000;
const postEveryMs = 1000;
const burst = 4;

/** Counts calls per method and workspace, posts per channel. */
export function createRateLimits({ clock, isOn }: { clock: () => Date; isOn: boolean }): RateLimits {
  const calls = new Map<string, number[]>();
  const now = () => clock().getTime();

  const hitWindow = ({ key, allowed }: { key: string; allowed: number }) => {
    const recent = (calls.get(key) ?? []).filter(at => at > now() - minuteMs);
    const [oldest] = recent;
    if (recent.length >= allowed && oldest !== undefined) return secondsUntil(oldest + minuteMs - now());
    calls.set(key, [...recent, now()]);
  };

  /** A leaky bucket: a short burst passes, then one a second. */
  const hitChannel = (key: string) => {
    const [emptyAt = 0] = calls.get(key) ?? [];
    const busyUntil = Math.max(emptyAt, now()) + postEveryMs;
    const excess = busyUntil - now() - burst * postEveryMs;
    if (excess > 0) return secondsUntil(excess);
    calls.set(key, [busyUntil]);
  };

  return {
    hit({ method, limit, args }) {
      if (!isOn || limit === 'none') return undefined;
      if (limit === 'one a second per channel') return hitChannel(`${method} ${String(args.channel)}`);
      return hitWindow({ key: method, allowed: limit.perMinute });
    },
  };
}

function secondsUntil(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}

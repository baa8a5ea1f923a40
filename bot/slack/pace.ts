import type { Clock } from '@campus-desk/service-kit';

/** Stands for all methods when everything pauses. */
export const everyMethod = '*';

export type Pace = ReturnType<typeof createPace>;

/** One message a second per channel, short bursts allowed; a shared file is a message too. */
const posts = { intervalMs: 1000, burst: 3 };
const postingMethods = ['chat.postMessage', 'files.completeUploadExternal'];
/** `chat.update` is rationed to about 50 a minute per workspace. */
const updates = { intervalMs: 1200, burst: 15 };
/** Above this many, channels without recent posts are forgotten. */
const maxChannels = 1000;

type TurnInput = { method: string; channel: string | undefined; signal?: AbortSignal };

/** Keeps our calls below Slack's limits: posts per channel, updates per workspace, and a pause per method after a 429. */
export function createPace({ clock }: { clock: Clock }) {
  const channels = new Map<string, Rate>();
  const updating = createRate(updates);
  const pausedUntil = new Map<string, number>();

  const rateOf = ({ method, channel }: { method: string; channel: string | undefined }) => {
    if (method === 'chat.update') return updating;
    if (!postingMethods.includes(method) || channel === undefined) return undefined;
    const known = channels.get(channel) ?? createRate(posts);
    if (channels.size >= maxChannels) forgetIdle({ channels, now: clock.now() });
    channels.set(channel, known);
    return known;
  };

  return {
    /** Resolves when the call may be made. */
    async turn({ method, channel, signal }: TurnInput): Promise<void> {
      const waitMs = rateOf({ method, channel })?.take(clock.now()) ?? 0;
      if (waitMs > 0) await clock.sleep(waitMs, { signal });
      for (;;) {
        const until = Math.max(pausedUntil.get(method) ?? 0, pausedUntil.get(everyMethod) ?? 0);
        const pauseMs = until - clock.now();
        if (pauseMs <= 0) return;
        await clock.sleep(pauseMs, { signal });
      }
    },
    /** Pauses this method, or every method, for `ms`; other methods go on. */
    pause({ method, ms }: { method: string; ms: number }): void {
      pausedUntil.set(method, Math.max(pausedUntil.get(method) ?? 0, clock.now() + ms));
    },
  };
}

type Rate = ReturnType<typeof createRate>;

/** Answers each caller how long to wait for its turn; turns come in the order of asking. */
function createRate({ intervalMs, burst }: { intervalMs: number; burst: number }) {
  let nextFree = 0;
  return {
    take(now: number): number {
      const start = Math.max(nextFree, now);
      nextFree = start + intervalMs;
      return Math.max(0, start - (burst - 1) * intervalMs - now);
    },
    isIdle: (now: number) => nextFree <= now,
  };
}

function forgetIdle({ channels, now }: { channels: Map<string, Rate>; now: number }): void {
  for (const [channel, rate] of channels) if (rate.isIdle(now)) channels.delete(channel);
}

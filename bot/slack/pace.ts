import type { Clock } from '@campus-desk/service-kit';
import { createTurnQueue, type Rate, type TurnQueue, type Waiting } from './turn-queue.ts';

/** Stands for all methods when everything pauses. */
export const everyMethod = '*';

export type Pace = ReturnType<typeof createPace>;

/** One message a second per channel, short bursts allowed; a shared file is a message too. */
const posts: Rate = { intervalMs: 1000, burst: 3 };
const postingMethods = ['chat.postMessage', 'files.completeUploadExternal'];
/** Rationed to about 50 a minute per workspace; an act of a person redraws two or three cards. */
const perWorkspace: Record<string, Rate> = {
  'chat.update': { intervalMs: 1200, burst: 15, reserve: 10 },
  'conversations.open': { intervalMs: 1200, burst: 20 },
};
/** Above this many, channels without recent posts are forgotten. */
const maxQueues = 1000;

type Call = { method: string; channel?: string | undefined };

/** Keeps our calls below Slack's limits: posts per channel, some methods per workspace, and a pause after a 429. */
export function createPace({ clock }: { clock: Clock }) {
  const queues = new Map<string, TurnQueue>();
  const pauses = new Map<string, number>();
  /** The channel whose post was refused last, and until when. */
  let full: { channel: string; until: number } | undefined;

  const pausedUntil = ({ method, channel }: Call) => {
    const ofChannel = isPost(method) && full?.channel === channel ? full?.until : undefined;
    return Math.max(pauses.get(kindOf(method)) ?? 0, pauses.get(everyMethod) ?? 0, ofChannel ?? 0);
  };
  const queueFor = (call: Call) => {
    const { method, channel } = call;
    const key = isPost(method) ? `${kindOf(method)} ${channel}` : method;
    const known = queues.get(key);
    if (known !== undefined) return known;
    if (queues.size >= maxQueues) forgetIdle(queues);
    const rate = isPost(method) ? posts : perWorkspace[method];
    const created = createTurnQueue({ clock, rate, pausedUntil: () => pausedUntil(call) });
    queues.set(key, created);
    return created;
  };

  return {
    /** Resolves when the call may be made; rejects when the signal aborts. */
    turn: ({ method, channel, ...waiting }: Call & Waiting): Promise<void> =>
      queueFor({ method, channel }).turn(waiting),

    /**
     * Pauses this method for `ms`, or every method; others go on. A post that is refused pauses its channel alone,
     * until one to another channel is refused too.
     */
    pause({ method, channel, ms }: Call & { ms: number }): void {
      const now = clock.now();
      const until = now + ms;
      const isAlone = full === undefined || full.until <= now || full.channel === channel;
      const kind = kindOf(method);
      if (isPost(method) && channel !== undefined && isAlone) full = { channel, until };
      else pauses.set(kind, Math.max(pauses.get(kind) ?? 0, until));
    },
  };
}

/** Whether a method makes a message. */
export function isPost(method: string): boolean {
  return postingMethods.includes(method);
}

/** What shares a rate. */
function kindOf(method: string): string {
  return isPost(method) ? 'posts' : method;
}

function forgetIdle(queues: Map<string, TurnQueue>): void {
  for (const [key, queue] of queues) if (queue.isIdle()) queues.delete(key);
}

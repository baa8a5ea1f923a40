import type { Clock, Logger } from '@campus-desk/service-kit';
import { SlackRefusal } from '../slack/errors.ts';
import type { Marker } from '../slack/marker.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import type { OwnPosts, PostTarget } from './find-own-post.ts';

export type SecondPosts = ReturnType<typeof createSecondPosts>;

/** A post that may get a twin: where the one that stays stands, or when the first of those that must go was due. */
type Watched = { target: PostTarget; marker: Marker } & ({ ts: string } | { ts: undefined; sinceMs: number });

/** Slack may carry out a call after we looked for its post; this long after ours, it has. */
const lookAfterMs = 10_000;
const lookEveryMs = 5_000;
/** A bot that dies leaves a call or two for each of the tickets it worked on. */
const maxWatched = 100;

type CreateSecondPostsInput = { slack: PacedSlack; ownPosts: OwnPosts; clock: Clock; logger: Logger };

/** Takes away what Slack posted a second time, too late to be found by the first look. */
export function createSecondPosts({ slack, ownPosts, clock, logger }: CreateSecondPostsInput) {
  const { signal } = slack.permit;
  let watched: (Watched & { atMs: number })[] = [];
  let looking: Promise<void> | undefined;

  return {
    /** Looks once more, a while from now, for another post with the same marker. */
    watch(post: Watched): void {
      if (watched.length < maxWatched) watched.push({ ...post, atMs: clock.monotonic() });
      looking ??= lookAgain().finally(() => {
        looking = undefined;
      });
    },

    /** Resolves when nothing is looked for any more, as after the end of the lease. */
    ended: async (): Promise<void> => looking,
  };

  async function lookAgain(): Promise<void> {
    while (watched.length > 0 && !signal.aborted) {
      await clock.sleep(lookEveryMs, { signal, ref: false }).catch(() => undefined);
      const due = watched.filter(({ atMs }) => clock.monotonic() - atMs >= lookAfterMs);
      watched = watched.filter(post => !due.includes(post));
      for (const posts of byTarget(due).values())
        await removeSeconds(posts).catch(err => {
          if (!signal.aborted) logger.warn({ err }, 'could not look for second posts');
        });
    }
  }

  /** The post whose place is stored stays, even if it is the newer one; when it is gone, there is nothing to choose. */
  async function removeSeconds(posts: Watched[]): Promise<void> {
    const [first] = posts;
    if (first === undefined) return;
    const { target } = first;
    const sinceMs = first.ts === undefined ? first.sinceMs : Number(first.ts) * 1000;
    const found = await ownPosts.list({ target, sinceMs });
    const there = posts.filter(({ ts }) => ts === undefined || found.some(post => post.ts === ts));
    for (const { ts, marker } of found) {
      const stored = there.find(post => isSame(post.marker, marker));
      if (stored === undefined || stored.ts === ts) continue;
      logger.info({ ...marker, ts }, 'Slack posted this twice; the second post is deleted');
      await slack.delete({ channel: target.channel, ts }).catch(error => {
        if (!(error instanceof SlackRefusal && error.isGone)) throw error;
      });
    }
  }
}

function byTarget(posts: Watched[]): Map<string, Watched[]> {
  const targets = new Map<string, Watched[]>();
  for (const post of posts) {
    const key = `${post.target.channel} ${post.target.threadTs}`;
    targets.set(key, [...(targets.get(key) ?? []), post]);
  }
  return targets;
}

function isSame(one: Marker, other: Marker): boolean {
  return one.event === other.event && one.ticket === other.ticket && one.part === other.part;
}

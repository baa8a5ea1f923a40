import type { SlackRef } from '@campus-desk/contract';
import { LRUCache } from 'lru-cache';
import { SlackRefusal } from '../slack/errors.ts';
import { type Marker, readMarker } from '../slack/marker.ts';
import type { PacedSlack } from '../slack/paced-client.ts';
import { slackPagesOf } from '../slack/pages.ts';

/** Where a post goes and is looked for: a thread, or the channel itself. */
export type PostTarget = { channel: string; threadTs: string | undefined };

export type OwnPosts = ReturnType<typeof createOwnPosts>;

/**
 * A channel is read this far back, from its newest message or from the event, whichever is earlier. Slack's own time
 * decides then: the API's clock may have been ahead when it dated the event.
 */
const reachMs = 24 * 3_600_000;
const pageSize = 200;
/** Most threads and channels whose posts are remembered; others are read again. */
const maxTargets = 1000;

type FindInput = {
  target: PostTarget;
  /** Without `event`: any post of that part. */
  marker: Omit<Marker, 'event'> & { event?: number };
  sinceMs: number;
  fresh: boolean;
};

type ReadInput = { target: PostTarget; sinceMs: number };

type Found = { ts: string; marker: Marker; fileIds: string[] };

type Standing = { marker: Marker; threadTs: string | undefined };

type KnownPosts = { sinceMs: number; posts: Promise<Found[]> };

/** Finds our own posts in Slack by their marker, so that nothing is posted twice. */
export function createOwnPosts({ slack, botUserId }: { slack: PacedSlack; botUserId: string }) {
  const known = new LRUCache<string, KnownPosts>({ max: maxTargets });

  return {
    /** The newest post with that marker since `sinceMs`; `fresh` when this process may have posted it. */
    async find({ target, marker, sinceMs, fresh }: FindInput): Promise<SlackRef | undefined> {
      const posts = await (fresh ? read({ target, sinceMs }) : readOnce({ target, sinceMs }));
      const found = posts
        .filter(post => post.marker.ticket === marker.ticket && post.marker.part === marker.part)
        .filter(post => marker.event === undefined || post.marker.event === marker.event)
        .toSorted((a, b) => a.ts.localeCompare(b.ts))
        .at(-1);
      return found && { channel: target.channel, ts: found.ts };
    },

    /** All our posts at that target since `sinceMs`, and some older ones. */
    list: read,

    /** Our post at this place, and the root of its thread; undefined where Slack shows none, or somebody else's. */
    async at(ref: SlackRef): Promise<Standing | undefined> {
      const message = await messageAt({ slack, ref });
      const marker = readMarker({ message, botUserId });
      return marker && { marker, threadTs: message?.thread_ts };
    },
  };

  /** What was posted before this process wrote anything is read once per target. */
  function readOnce({ target, sinceMs }: ReadInput): Promise<Found[]> {
    const key = `${target.channel} ${target.threadTs}`;
    const before = known.get(key);
    if (before !== undefined && before.sinceMs <= sinceMs) return before.posts;
    const posts = read({ target, sinceMs });
    posts.catch(() => known.delete(key));
    known.set(key, { sinceMs, posts });
    return posts;
  }

  /** A thread is read from its root; a channel, which Slack answers newest first, as far back as a post can be. */
  async function read({ target: { channel, threadTs }, sinceMs }: ReadInput): Promise<Found[]> {
    const query = { channel, limit: pageSize, include_all_metadata: true };
    const pages = slackPagesOf(cursor =>
      threadTs === undefined
        ? slack.history({ ...query, cursor })
        : slack.replies({ ...query, cursor, ts: threadTs }),
    );
    const found: Found[] = [];
    let oldestMs: number | undefined;
    try {
      for await (const { messages = [] } of pages) {
        for (const message of messages) {
          const marker = readMarker({ message, botUserId });
          if (marker === undefined || message.ts === undefined) continue;
          const fileIds = (message.files ?? []).flatMap(({ id }) => id ?? []);
          found.push({ ts: message.ts, marker, fileIds });
        }
        const times = messages.map(({ ts }) => Number(ts) * 1000);
        oldestMs ??= Math.min(sinceMs, ...times.slice(0, 1)) - reachMs;
        if (threadTs === undefined && Math.min(...times) < oldestMs) break;
      }
    } catch (error) {
      // A thread that is not there holds none of our posts.
      if (!(error instanceof SlackRefusal && error.isGone)) throw error;
    }
    return found;
  }
}

type MessageAtInput = { slack: PacedSlack; ref: SlackRef };

/** The message that stands there, in whatever thread; undefined where Slack does not show it. */
export async function messageAt({ slack, ref: { channel, ts } }: MessageAtInput) {
  try {
    const { messages = [] } = await slack.replies({ channel, ts, limit: 1, include_all_metadata: true });
    return messages.find(message => message.ts === ts);
  } catch (error) {
    if (error instanceof SlackRefusal) return undefined;
    throw error;
  }
}

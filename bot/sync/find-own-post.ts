import type { SlackRef } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { SlackRefusal } from '../slack/errors.ts';
import type { CallSlack } from '../slack/paced-client.ts';
import type { Hold } from './lease.ts';

/** What every post of ours says about itself, unseen by people: the event it shows, and which part of showing it. */
export type Marker = { event: number; ticket: number; part: string };

/** Where to look: a thread, or the posts of a channel. */
export type Shelf = { channel: string; threadTs: string | undefined };

export type OwnPosts = ReturnType<typeof createOwnPosts>;

const eventType = 'campus_desk';
const markerSchema = z.object({ event: z.int(), ticket: z.int(), part: z.string() });
const postSchema = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  metadata: z.looseObject({ event_type: z.literal(eventType), event_payload: markerSchema }),
});

/** Our clock and Slack's may differ by this much. */
const clockSkewMs = 10 * 60_000;
const pageSize = 200;

/** A marker as message metadata. */
export function metadataOf(marker: Marker) {
  return { event_type: eventType, event_payload: marker };
}

type FindInput = {
  shelf: Shelf;
  /** Without `event`: any post of that part. */
  marker: Omit<Marker, 'event'> & { event?: number };
  sinceMs: number;
  fresh: boolean;
};

type CreateOwnPostsInput = { slack: WebClient; call: CallSlack; botUserId: string; hold: Hold };

/** Finds our own posts in Slack by their marker, so that nothing is posted twice (slack-platform: idempotency). */
export function createOwnPosts({ slack, call, botUserId, hold }: CreateOwnPostsInput) {
  const shelves = new Map<string, { sinceMs: number; posts: Promise<Found[]> }>();

  const read = ({ shelf, sinceMs }: { shelf: Shelf; sinceMs: number }) =>
    readPosts({ slack, call, hold, shelf, botUserId, oldest: asTs(sinceMs - clockSkewMs) });

  /** What was posted before this process wrote anything is read once per shelf. */
  const readOnce = ({ shelf, sinceMs }: { shelf: Shelf; sinceMs: number }) => {
    const key = `${shelf.channel} ${shelf.threadTs}`;
    const known = shelves.get(key);
    if (known !== undefined && known.sinceMs <= sinceMs) return known.posts;
    const posts = read({ shelf, sinceMs });
    posts.catch(() => shelves.delete(key));
    shelves.set(key, { sinceMs, posts });
    return posts;
  };

  return {
    /** The newest post with that marker since `sinceMs`; `fresh` when this process may have posted it. */
    async find({ shelf, marker, sinceMs, fresh }: FindInput): Promise<SlackRef | undefined> {
      const posts = await (fresh ? read({ shelf, sinceMs }) : readOnce({ shelf, sinceMs }));
      const found = posts
        .filter(post => post.marker.ticket === marker.ticket && post.marker.part === marker.part)
        .filter(post => marker.event === undefined || post.marker.event === marker.event)
        .toSorted((a, b) => a.ts.localeCompare(b.ts))
        .at(-1);
      return found && { channel: shelf.channel, ts: found.ts };
    },
  };
}

type Found = { ts: string; marker: Marker };

type ReadPostsInput = {
  slack: WebClient;
  call: CallSlack;
  hold: Hold;
  shelf: Shelf;
  botUserId: string;
  oldest: string;
};

async function readPosts({ slack, call, hold, shelf, botUserId, oldest }: ReadPostsInput): Promise<Found[]> {
  const { channel, threadTs } = shelf;
  const method = threadTs === undefined ? 'conversations.history' : 'conversations.replies';
  const found: Found[] = [];
  let cursor: string | undefined;
  do {
    const page = { channel, oldest, limit: pageSize, cursor, include_all_metadata: true };
    const run = () =>
      threadTs === undefined
        ? slack.conversations.history(page)
        : slack.conversations.replies({ ...page, ts: threadTs });
    const answer = await call({ method, channel, hold, run }).catch(nothingWhenGone);
    for (const message of answer.messages ?? []) {
      const post = postSchema.safeParse(message);
      if (post.success && post.data.user === botUserId)
        found.push({ ts: post.data.ts, marker: post.data.metadata.event_payload });
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return found;
}

/** A thread that is not there holds none of our posts. */
function nothingWhenGone(error: unknown): { messages: []; response_metadata?: { next_cursor?: string } } {
  if (error instanceof SlackRefusal && error.isGone) return { messages: [] };
  throw error;
}

function asTs(ms: number): string {
  return (Math.max(0, ms) / 1000).toFixed(6);
}

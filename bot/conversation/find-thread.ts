import { type Client, hasCode, type SlackRef, type Thread, type ThreadSide } from '@campus-desk/contract';
import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { isRefused } from '../slack/errors.ts';
import { readMarker, sideOfCard } from '../slack/marker.ts';

export type FindThread = (root: SlackRef) => Promise<Thread | undefined>;

/**
 * A thread that belongs to no ticket now may become one's by the shortcut, and a ticket may be removed: neither is
 * remembered for long.
 */
const rememberedMs = 60_000;
const maxRemembered = 5000;

type BindFirstInput = { number: number; side: ThreadSide; root: SlackRef };

type CreateFindThreadInput = { client: Client; slack: WebClient; botUserId: string; now: () => number };

/**
 * Finds the ticket's thread whose root stands there, or stood there before its card was posted anew; undefined when
 * it is no ticket's. A card can be answered before its thread is bound: then the marker of the card says whose it is,
 * and the thread is bound at once.
 */
export function createFindThread({ client, slack, botUserId, now }: CreateFindThreadInput): FindThread {
  const remembered = { max: maxRemembered, ttl: rememberedMs, ttlResolution: 0, perf: { now } };
  const found = new LRUCache<string, Thread>(remembered);
  const foreign = new LRUCache<string, true>(remembered);

  return async root => {
    const key = `${root.channel} ${root.ts}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const thread = await ask({ key, root });
    if (thread !== undefined) found.set(key, thread);
    return thread;
  };

  async function ask({ key, root }: { key: string; root: SlackRef }): Promise<Thread | undefined> {
    const bound = await client.findThread({ ...root, former: true }).catch(error => {
      if (hasCode(error, 'not_found')) return undefined;
      throw error;
    });
    if (bound !== undefined || foreign.has(key)) return bound;
    const marker = await markerAt(root);
    const side = marker && sideOfCard(marker.part);
    if (marker !== undefined && side !== undefined) return bindFirst({ number: marker.ticket, side, root });
    foreign.set(key, true);
    return undefined;
  }

  /** A card that takes the place of another is bound by who posted it, when the old thread was told. */
  async function bindFirst({ number, side, root }: BindFirstInput): Promise<Thread> {
    const threads = await client.listThreads({ number });
    if (threads.some(thread => thread.side === side)) return { ticketNumber: number, side, ...root };
    return client.bindThread({ number, side, ...root });
  }

  async function markerAt({ channel, ts }: SlackRef) {
    const query = { channel, ts, limit: 1, include_all_metadata: true };
    const { messages = [] } = await slack.conversations.replies(query).catch(error => {
      // A conversation the bot may not read holds none of its cards.
      if (isRefused(error)) return { messages: [] };
      throw error;
    });
    return readMarker({ message: messages[0], botUserId });
  }
}

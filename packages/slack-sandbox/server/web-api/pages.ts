import { SlackFailure } from './slack-failure.ts';

/** One page of a list and the cursor of the next. */
export function page<T>(input: { items: T[]; cursor?: string; limit?: number; maxLimit: number }): {
  items: T[];
  hasMore: boolean;
  metadata: { next_cursor: string };
} {
  const { items, cursor = '', limit = 100, maxLimit } = input;
  if (limit < 1 || limit > maxLimit) throw new SlackFailure('invalid_limit');
  const from = cursor === '' ? 0 : offsetOf(cursor);
  const until = from + limit;
  const hasMore = until < items.length;
  return {
    items: items.slice(from, until),
    hasMore,
    metadata: { next_cursor: hasMore ? cursorOf(until) : '' },
  };
}

function cursorOf(offset: number): string {
  return Buffer.from(`next:${offset}`).toString('base64');
}

function offsetOf(cursor: string): number {
  const offset = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (offset === undefined) throw new SlackFailure('invalid_cursor');
  return Number(offset);
}

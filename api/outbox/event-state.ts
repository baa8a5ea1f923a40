import { and, isNotNull, isNull } from 'drizzle-orm';
import { events } from '../../db/index.ts';

/** Waits to be shown in Slack. */
export const isPending = and(isNull(events.shownAt), isNull(events.failure));

/** Was refused by Slack for a reason that can be put right, and waits for a retry. */
export const isRefused = and(isNull(events.shownAt), isNotNull(events.failure));

import { withRequestId } from '@campus-desk/contract';
import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';

/**
 * Works on each delivery of Slack under an id: that of the event, which stays the same when Slack repeats it, else a new
 * one. The API gets it with every call, and a person is told it when something goes wrong.
 */
export function requestIds({ newId }: { newId: () => string }): Middleware<AnyMiddlewareArgs> {
  return async ({ body, next }) => {
    const eventId: unknown = 'event_id' in body ? body.event_id : undefined;
    await withRequestId(typeof eventId === 'string' ? eventId : newId(), next);
  };
}

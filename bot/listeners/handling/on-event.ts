import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from './context.ts';

export type EventListener = (input: { desk: Desk; event: unknown }) => Promise<void>;

/** Runs an event listener; its errors go on to Slack, which sends the event again. */
export function onEvent({ desk, listener }: { desk: Desk; listener: EventListener }) {
  return async ({ event }: SlackEventMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await desk.inFlight.track({ kind: 'event', work: listener({ desk, event }) });
  };
}

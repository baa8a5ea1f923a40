import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { ListenerContext } from './context.ts';

export type EventListener = (input: { context: ListenerContext; event: unknown }) => Promise<void>;

/** Runs an event listener; its errors go on to Slack, which sends the event again. */
export function onEvent({ context, listener }: { context: ListenerContext; listener: EventListener }) {
  return async ({ event }: SlackEventMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    await context.inFlight.track({ kind: 'event', work: listener({ context, event }) });
  };
}

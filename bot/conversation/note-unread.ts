import type { Logger, Metrics } from '@campus-desk/service-kit';

/** Says that a message of Slack, or a part of it, could not be read. */
export type NoteUnread = (unread: { event: unknown; fields: string[] }) => void;

type CreateNoteUnreadInput = { logger: Logger; metrics: Metrics };

/** A warning and a count for every message that could not be read in full: what people wrote stays out of the log. */
export function createNoteUnread({ logger, metrics }: CreateNoteUnreadInput): NoteUnread {
  const counter = metrics.counter({
    name: 'campus_desk_unread_messages_total',
    help: 'Slack messages that could not be read in full.',
  });
  return ({ event, fields }) => {
    counter.inc();
    logger.warn({ fields, ...whereabouts(event) }, 'a message of Slack could not be read in full');
  };
}

function whereabouts(event: unknown): { channel?: unknown; ts?: unknown } {
  const { channel, ts }: { channel?: unknown; ts?: unknown } = Object(event);
  return { channel, ts };
}

import { z } from 'zod';
import { actorSchema, readerSchema } from './actor.ts';
import { exampleEvent } from './examples.ts';
import { numberSchema } from './ticket.ts';

/** What can happen to a ticket itself. A change of several fields is one event, named after its weightiest part. */
export const ticketEventTypes = [
  'ticket.filed',
  'ticket.started',
  'ticket.closed',
  /** The reporter said whether a closed ticket is solved, or took that back. */
  'ticket.solved',
  'ticket.assigned',
  /** It waits until a date, or until another one. */
  'ticket.waiting',
  /** It waits no longer: the date came, its reporter wrote, or helpdesk ended it. */
  'ticket.woken',
  /** It became the duplicate of another ticket, or is none any more. */
  'ticket.duplicated',
  /** Other tickets are its duplicates since, or no longer. */
  'ticket.grouped',
  'ticket.recategorised',
  'ticket.edited',
  /** Texts and names were removed, for the sake of privacy. */
  'ticket.redacted',
] as const;

/** What can happen to a message under a ticket. */
const messageEventTypes = [
  'message.posted',
  'message.edited',
  'message.deleted',
  /** A note was written, or a message became one. */
  'note.posted',
] as const;

/** Somebody asked to be told of a ticket, or to be told no more. */
const followerEventTypes = ['follower.joined', 'follower.left'] as const;

/** Several people report the same: told in the history of the first ticket, and again when there are more of them. */
export const waveEventTypes = ['wave.found', 'wave.grown'] as const;

/** The name of somebody on the ticket became known, after their id had stood for it. */
const personEventTypes = ['person.named'] as const;

export const eventTypes = [
  ...ticketEventTypes,
  ...messageEventTypes,
  ...followerEventTypes,
  ...waveEventTypes,
  ...personEventTypes,
] as const;
export type EventType = (typeof eventTypes)[number];

/** Before and after of one field. */
const changeSchema = z.object({ from: z.unknown(), to: z.unknown() }).meta({ id: 'Change' });

export const eventSchema = z
  .object({
    id: z.int().min(1),
    ticketNumber: numberSchema,
    type: z.enum(eventTypes),
    actor: actorSchema,
    at: z.iso.datetime(),
    changes: z.record(z.string(), changeSchema),
    messageId: z.string().nullable().describe('The message a message event is about.'),
  })
  .meta({ id: 'Event', examples: [exampleEvent] });
export type TicketEvent = z.infer<typeof eventSchema>;
/** Before and after, by the name of the field. */
export type Changes = TicketEvent['changes'];

export const listEventsSchema = readerSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().min(1).max(500).optional(),
});
export type ListEvents = z.output<typeof listEventsSchema>;

export const eventListSchema = z
  .object({ events: z.array(eventSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'EventList', examples: [{ events: [exampleEvent], nextCursor: null }] });
export type EventList = z.infer<typeof eventListSchema>;

import { z } from 'zod';
import { eventSchema } from './event.ts';
import { exampleEvent, exampleMessage, exampleThread, exampleTicket } from './examples.ts';
import { fenceSchema } from './lease.ts';
import { messageIdSchema, messageSchema } from './message.ts';
import { givenText, nameText } from './text.ts';
import { threadSchema } from './thread.ts';
import { numberSchema, ticketSchema } from './ticket.ts';
import { waveRefSchema } from './wave.ts';

/** Longest wait of a long poll, in seconds. */
export const maxWaitSeconds = 25;

export const readOutboxSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  wait: z.coerce.number().min(0).max(maxWaitSeconds).default(0).describe('seconds to wait for an event'),
});

/** Events that are being shown already need not come again. */
export const readOutboxExceptSchema = z
  .strictObject({ except: z.array(z.int().min(1)).max(10_000).describe('ids of events') })
  .meta({ id: 'ReadOutboxExcept', examples: [{ except: [1, 2] }] });

export const outboxSchema = z
  .object({ events: z.array(eventSchema) })
  .meta({ id: 'Outbox', examples: [{ events: [exampleEvent] }] });
export type Outbox = z.infer<typeof outboxSchema>;

/** The messages that the events of a ticket are about. */
export const readSubjectSchema = z
  .strictObject({ messageIds: z.array(messageIdSchema).max(500).default([]) })
  .meta({ id: 'ReadSubject', examples: [{ messageIds: [exampleMessage.id] }] });
export type ReadSubject = z.output<typeof readSubjectSchema>;

/** What events are about: the ticket, its Slack threads, messages under it, and the waves that it is part of. */
export const subjectSchema = z
  .object({
    ticket: ticketSchema,
    threads: z.array(threadSchema),
    messages: z.array(messageSchema),
    waves: z.array(waveRefSchema),
  })
  .meta({
    id: 'Subject',
    examples: [{ ticket: exampleTicket, threads: [exampleThread], messages: [exampleMessage], waves: [] }],
  });
export type Subject = z.infer<typeof subjectSchema>;

const reasonSchema = nameText({ max: 500 });

/**
 * `failed` events are taken out of the outbox too; their reason stays with them. `refused` ones wait outside it until
 * a retry is asked for: what Slack refused can be put right.
 */
export const acknowledgeSchema = z
  .strictObject({
    ids: z.array(z.int().min(1)).max(500).default([]),
    failed: z
      .array(z.strictObject({ id: z.int().min(1), reason: reasonSchema }))
      .max(500)
      .default([]),
    refused: z
      .array(
        z.strictObject({
          id: z.int().min(1),
          reason: reasonSchema,
          where: givenText({ what: 'Where', max: 255 }).describe('channel, or what else Slack refused'),
        }),
      )
      .max(500)
      .default([]),
    fence: fenceSchema.optional().describe('of the lease sync; refused once somebody else took it'),
  })
  .meta({ id: 'Acknowledge', examples: [{ ids: [345], failed: [], refused: [], fence: 7 }] });
export type Acknowledge = z.output<typeof acknowledgeSchema>;

export const acknowledgedSchema = z
  .object({ acknowledged: z.int().min(0) })
  .meta({ id: 'Acknowledged', examples: [{ acknowledged: 1 }] });

/** Which refused events go back into the outbox: those of one channel, of one ticket, or all. */
export const retryOutboxSchema = z
  .strictObject({
    where: givenText({ what: 'Where', max: 255 }).optional(),
    ticketNumber: numberSchema.optional(),
  })
  .meta({ id: 'RetryOutbox', examples: [{ where: 'C0HELPDESK' }] });
export type RetryOutbox = z.output<typeof retryOutboxSchema>;

export const retriedSchema = z
  .object({ retried: z.int().min(0) })
  .meta({ id: 'Retried', examples: [{ retried: 3 }] });

/** What Slack refused and why, counted by reason and channel, most events first. */
export const refusedSchema = z
  .object({
    refused: z.array(
      z.object({ reason: z.string(), where: z.string(), count: z.int().min(1), oldestAt: z.iso.datetime() }),
    ),
  })
  .meta({
    id: 'Refused',
    examples: [
      {
        refused: [
          { reason: 'not_in_channel', where: 'C0HELPDESK', count: 3, oldestAt: '2026-11-22T09:04:00.000Z' },
        ],
      },
    ],
  });
export type Refused = z.infer<typeof refusedSchema>;

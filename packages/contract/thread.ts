import { z } from 'zod';
import { slackRefSchema } from './message.ts';
import { numberPathSchema, numberSchema } from './ticket.ts';

/** The two Slack threads of a ticket. */
export const threadSides = ['helpdesk', 'reporter'] as const;
export type ThreadSide = (typeof threadSides)[number];

export const threadSchema = z
  .object({
    ticketNumber: numberSchema,
    side: z.enum(threadSides),
    channel: z.string(),
    ts: z.string(),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof threadSchema>;

/** A ticket's number and a side in a path. */
export const threadPathSchema = numberPathSchema.extend({ side: z.enum(threadSides) });

export const bindThreadSchema = slackRefSchema;
export const threadListSchema = z.object({ threads: z.array(threadSchema) }).meta({ id: 'ThreadList' });

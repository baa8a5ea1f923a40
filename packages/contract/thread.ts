import { z } from 'zod';
import type { Role } from './actor.ts';
import { exampleSlackRef, exampleThread } from './examples.ts';
import { slackRefQuerySchema, slackRefSchema } from './message.ts';
import { givenText } from './text.ts';
import { numberPathSchema, numberSchema } from './ticket.ts';

/** The two Slack threads of a ticket. */
export const threadSides = ['helpdesk', 'reporter'] as const;
export type ThreadSide = (typeof threadSides)[number];

/** In which role people write in a thread: in the one of helpdesk as helpdesk, whoever they are. */
export function roleIn(side: ThreadSide): Role {
  return side === 'helpdesk' ? 'helpdesk' : 'user';
}

/** The thread in which people of this role write. */
export function sideOf(role: Role): ThreadSide {
  return role === 'helpdesk' ? 'helpdesk' : 'reporter';
}

export const threadSchema = z
  .object({
    ticketNumber: numberSchema,
    side: z.enum(threadSides),
    channel: z.string(),
    ts: z.string(),
  })
  .meta({ id: 'Thread', examples: [exampleThread] });
export type Thread = z.infer<typeof threadSchema>;

/** A ticket's number and a side in a path. */
export const threadPathSchema = numberPathSchema.extend({ side: z.enum(threadSides) });

/** Where a thread's card stands; `former` finds it by where it stood before as well. */
export const findThreadSchema = slackRefQuerySchema.extend({ former: z.stringbool().default(false) });
export type FindThread = z.output<typeof findThreadSchema>;

/** `former` lists where cards of the ticket stood before, too. */
export const listThreadsSchema = z.strictObject({ former: z.stringbool().default(false) });
export type ListThreads = z.output<typeof listThreadsSchema>;

export const bindThreadSchema = slackRefSchema;
export const threadListSchema = z
  .object({ threads: z.array(threadSchema) })
  .meta({ id: 'ThreadList', examples: [{ threads: [exampleThread] }] });

const exampleState = { ...exampleThread, seen: '2 1795338400.000300', hasMessages: true };

/** A thread with what Slack said of it when it was last compared with what is stored. */
const threadStateSchema = threadSchema
  .extend({
    seen: z.string().nullable(),
    hasMessages: z.boolean().describe('whether messages written there are stored, and not deleted'),
  })
  .meta({ id: 'ThreadState', examples: [exampleState] });
export type ThreadState = z.infer<typeof threadStateSchema>;

export const threadStateListSchema = z
  .object({ threads: z.array(threadStateSchema), nextCursor: z.string().nullable() })
  .meta({ id: 'ThreadStateList', examples: [{ threads: [exampleState], nextCursor: null }] });
export type ThreadStateList = z.infer<typeof threadStateListSchema>;

export const listThreadStatesSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z.string().min(1).max(500).optional(),
  former: z.stringbool().default(false),
});
export type ListThreadStates = z.output<typeof listThreadStatesSchema>;

/** Remembers what Slack said of a thread, once everything in it is stored. */
export const rememberThreadSchema = slackRefSchema
  .extend({ seen: givenText({ what: 'What Slack said of the thread', max: 100 }) })
  .meta({ id: 'RememberThread', examples: [{ ...exampleSlackRef, seen: exampleState.seen }] });
export type RememberThread = z.output<typeof rememberThreadSchema>;

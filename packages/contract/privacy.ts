import { z } from 'zod';
import { nameText } from './text.ts';

/** What stands where a text or a name was removed. */
export const removedText = '(removed)';

export const privacyActTypes = ['person.exported', 'person.forgotten', 'tickets.purged'] as const;

const countSchema = z.int().min(0);

/** What was given out or removed, counted. */
const privacyCountsSchema = z.object({
  tickets: countSchema,
  messages: countSchema,
  events: countSchema,
});
export type PrivacyCounts = z.infer<typeof privacyCountsSchema>;

const exampleAct = {
  id: 3,
  type: 'person.forgotten' as const,
  subject: 'forgotten-01KAP8Q5T0Y3M9E2S1B7C4D6F8',
  by: 'root',
  at: '2026-11-22T09:00:00.000Z',
  counts: { tickets: 2, messages: 7, events: 19 },
};

export const privacyActSchema = z
  .object({
    id: z.int().min(1),
    type: z.enum(privacyActTypes),
    subject: z
      .string()
      .nullable()
      .describe('whose data: after forgetting what stands for their id; null for a purge'),
    by: z.string(),
    at: z.iso.datetime(),
    counts: privacyCountsSchema,
  })
  .meta({ id: 'PrivacyAct', examples: [exampleAct] });
export type PrivacyAct = z.infer<typeof privacyActSchema>;

/** Newest first, a thousand at most. */
export const privacyActListSchema = z
  .object({ acts: z.array(privacyActSchema) })
  .meta({ id: 'PrivacyActList', examples: [{ acts: [exampleAct] }] });
export type PrivacyActList = z.infer<typeof privacyActListSchema>;

const bySchema = nameText({ max: 255 }).describe('who does it, for the history');

export const privacyOrderSchema = z
  .strictObject({ by: bySchema })
  .meta({ id: 'PrivacyOrder', examples: [{ by: 'root' }] });
export type PrivacyOrder = z.output<typeof privacyOrderSchema>;

export const purgeOrderSchema = z
  .strictObject({
    by: bySchema,
    closedDaysAgo: z.int().min(1).max(36_500),
    dryRun: z.boolean().default(false).describe('true: nothing is removed, only counted'),
  })
  .meta({ id: 'PurgeOrder', examples: [{ by: 'root', closedDaysAgo: 730, dryRun: true }] });
export type PurgeOrder = z.output<typeof purgeOrderSchema>;

export const purgedSchema = privacyCountsSchema
  .extend({ isMore: z.boolean().describe('true: call again for the rest') })
  .meta({ id: 'Purged', examples: [{ tickets: 120, messages: 431, events: 1022, isMore: false }] });
export type Purged = z.infer<typeof purgedSchema>;

/** Everything that is stored about a person, each entry as it is in the database. */
export const personExportSchema = z
  .object({
    person: z.string(),
    exportedAt: z.iso.datetime(),
    tickets: z.array(z.looseObject({ number: z.int() })),
    messages: z.array(z.looseObject({ id: z.string() })),
    events: z.array(z.looseObject({ id: z.int() })),
    corrections: z.array(z.looseObject({ id: z.int() })),
    followed: z.array(z.looseObject({ ticketNumber: z.int() })),
  })
  .meta({
    id: 'PersonExport',
    examples: [
      {
        person: 'U0ADA',
        exportedAt: '2026-11-22T09:00:00.000Z',
        tickets: [{ number: 12, description: 'No WiFi in the reading room' }],
        messages: [],
        events: [{ id: 344, type: 'ticket.filed' }],
        corrections: [],
        followed: [],
      },
    ],
  });
export type PersonExport = z.infer<typeof personExportSchema>;

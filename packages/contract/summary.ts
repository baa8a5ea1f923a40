import { z } from 'zod';
import { categories } from './category.ts';
import { openedPeriodSchema } from './opened-period.ts';
import { statuses } from './status.ts';
import { placeSchema, statusListSchema } from './ticket.ts';

/** What tickets can be counted by: places only those that are not closed. Hours, days and months are those of opening, in the campus time zone. */
const groupings = ['none', 'status', 'category', 'place', 'openedHour', 'openedDay', 'openedMonth'] as const;
export type Grouping = (typeof groupings)[number];

/** Most groups of one answer: a longer period needs a coarser grouping. */
export const maxGroups = 1000;

export const summaryQuerySchema = openedPeriodSchema
  .safeExtend({
    groupBy: z.enum(groupings).default('none'),
    status: statusListSchema.optional(),
    category: z.enum(categories).optional(),
  })
  .refine(({ groupBy, status }) => groupBy !== 'place' || !status?.includes('closed'), {
    path: ['status'],
    message: 'By place only tickets that are not closed are counted. Leave closed out.',
  });
export type SummaryQuery = z.output<typeof summaryQuerySchema>;

const secondsSchema = z.number().min(0);

/** Times from opening to closing, of the closed tickets of a group. */
const resolutionSchema = z
  .object({
    meanSeconds: secondsSchema.describe('exact'),
    medianSeconds: secondsSchema.describe('at most 2 % off, exact for few tickets'),
    p90Seconds: secondsSchema.describe('at most 2 % off, exact for few tickets'),
  })
  .meta({ id: 'Resolution' });

const summaryGroupSchema = z
  .object({
    key: z
      .string()
      .describe(
        'all, a status, a category, the name of a place or none, or the local start: 2026-11, 2026-11-22, 2026-11-22T09:00+01:00',
      ),
    status: z.enum(statuses).optional().describe('when grouped by status'),
    category: z.enum(categories).optional().describe('when grouped by category'),
    place: placeSchema
      .nullable()
      .optional()
      .describe('when grouped by place; null: those of which no place is known'),
    from: z.iso.datetime().nullable().describe('start of the period, included'),
    to: z.iso.datetime().nullable().describe('end of the period, excluded'),
    count: z.int().min(0),
    open: z.int().min(0),
    active: z.int().min(0),
    closed: z.int().min(0),
    resolution: resolutionSchema.nullable().describe('null while none of the group is closed'),
  })
  .meta({ id: 'SummaryGroup' });
export type SummaryGroup = z.infer<typeof summaryGroupSchema>;

/** Counted tickets; groups without a ticket are there too, with zeros, but for places, of which there may be thousands. */
export const summarySchema = z
  .object({ groupBy: z.enum(groupings), timeZone: z.string(), groups: z.array(summaryGroupSchema) })
  .meta({
    id: 'Summary',
    examples: [
      {
        groupBy: 'openedMonth',
        timeZone: 'Europe/Rome',
        groups: [
          {
            key: '2026-11',
            from: '2026-10-31T23:00:00.000Z',
            to: '2026-11-30T23:00:00.000Z',
            count: 120,
            open: 11,
            active: 6,
            closed: 103,
            resolution: { meanSeconds: 92_310, medianSeconds: 51_840, p90Seconds: 210_500 },
          },
        ],
      },
    ],
  });
export type Summary = z.infer<typeof summarySchema>;

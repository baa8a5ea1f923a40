import { z } from 'zod';

const countSchema = z.int().min(0);
const secondsSchema = z.number().min(0);

const responseTimesSchema = z
  .object({
    count: countSchema.describe('tickets opened then'),
    responded: countSchema.describe('of these helpdesk has written under, or started'),
    response: z
      .object({
        meanSeconds: secondsSchema.describe('exact'),
        medianSeconds: secondsSchema.describe('at most 2 % off, exact for few tickets'),
        p90Seconds: secondsSchema.describe('at most 2 % off, exact for few tickets'),
      })
      .nullable()
      .describe('time from opening to the first word or start of helpdesk; null while there is none'),
  })
  .meta({ id: 'ResponseTimes' });
export type ResponseTimes = z.infer<typeof responseTimesSchema>;

const responseMonthSchema = responseTimesSchema
  .extend({
    key: z.string().describe('month of opening, such as 2026-11'),
    from: z.iso.datetime().describe('start of the month, included'),
    to: z.iso.datetime().describe('end of the month, excluded'),
  })
  .meta({ id: 'ResponseMonth' });
export type ResponseMonth = z.infer<typeof responseMonthSchema>;

const example = {
  count: 120,
  responded: 118,
  response: { meanSeconds: 5400, medianSeconds: 1800, p90Seconds: 14400 },
};

/** How fast helpdesk first answered; months without a ticket are there too, with zeros. */
export const responseSummarySchema = z
  .object({
    timeZone: z.string(),
    workingHours: z.boolean().describe('whether times are of office hours only: those of the campus file'),
    overall: responseTimesSchema,
    months: z.array(responseMonthSchema),
  })
  .meta({
    id: 'ResponseSummary',
    examples: [
      {
        timeZone: 'Europe/Rome',
        workingHours: false,
        overall: example,
        months: [
          { key: '2026-11', from: '2026-10-31T23:00:00.000Z', to: '2026-11-30T23:00:00.000Z', ...example },
        ],
      },
    ],
  });
export type ResponseSummary = z.infer<typeof responseSummarySchema>;

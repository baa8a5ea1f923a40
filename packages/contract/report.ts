import { z } from 'zod';
import { type Category, categories } from './category.ts';
import { languages } from './language.ts';

export const analyses = ['backlog', 'resolution', 'categories'] as const;
export type Analysis = (typeof analyses)[number];

/** The analytics services: those of the analyses, and one that answers several questions about quality. */
export const services = [...analyses, 'quality'] as const;
export type ServiceName = (typeof services)[number];

/** The analyses as people read them. */
export const analysisNames: Record<Analysis, string> = {
  backlog: 'Not closed yet',
  resolution: 'Resolution time',
  categories: 'Active by category',
};

/** What the quality service is asked about. */
const qualityTopics = ['response', 'satisfaction', 'places', 'corrections'] as const;
export type QualityTopic = (typeof qualityTopics)[number];

/** What `/stats` can be asked for: the analyses, quality, and what corrections were called before (`GET /categoriser`). */
export const topics = [...analyses, ...qualityTopics, 'categoriser'] as const;
export type Topic = (typeof topics)[number];

const periodUnits = ['h', 'd'] as const;
/** A period as it is typed: `{ amount: 36, unit: 'h' }` is 36h. */
export type Period = { amount: number; unit: (typeof periodUnits)[number] };

const hoursOf = { h: 1, d: 24 };
/** Two years, and the month in which they end. */
export const maxPeriodDays = 730;
const badPeriodMessage = `Write a period from 1h to ${maxPeriodDays}d, such as 36h or 7d.`;

/** `36h`, `7d`: whole hours or days, from an hour to two years. */
const periodSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^\d{1,5}[hd]$/, { error: badPeriodMessage })
  .transform((text): Period => ({ amount: Number(text.slice(0, -1)), unit: text.endsWith('h') ? 'h' : 'd' }))
  .refine(period => periodHours(period) >= 1 && periodHours(period) <= maxPeriodDays * 24, {
    error: badPeriodMessage,
  });

/** Length of a period in hours; a day has 24. */
export function periodHours({ amount, unit }: Period): number {
  return amount * hoursOf[unit];
}

const standardPeriod = '7d';

/** `?category=it,service` as a list without duplicates; all of them stand for no filter. */
const categoryListSchema = z.string().transform((list, context): Category[] | undefined => {
  const parsed = z.array(z.enum(categories)).safeParse(list.split(',').map(category => category.trim()));
  if (!parsed.success) {
    const message = `A category is ${categories.join(', ')}; several are separated by commas.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const given = new Set(parsed.data);
  return given.size === categories.length ? undefined : categories.filter(category => given.has(category));
});

const languageSchema = z
  .enum(languages, { error: `Write one of language=${languages.join(', ')}.` })
  .default('en')
  .describe('what people read in; `raw` stays as it is, for programs');

/** What a report without a period is asked. */
export const plainQuerySchema = z.strictObject({ language: languageSchema });

export const backlogQuerySchema = plainQuerySchema.extend({
  last: periodSchema.prefault(standardPeriod),
  category: categoryListSchema.optional(),
});

const badMonthsMessage = 'Write a number of months from 1 to 60, such as 12.';
const monthsSchema = z
  .string()
  .trim()
  .regex(/^\d{1,2}$/, { error: badMonthsMessage })
  .transform(Number)
  .refine(months => months >= 1 && months <= 60, { error: badMonthsMessage })
  .prefault('12');

export const resolutionQuerySchema = plainQuerySchema.extend({ months: monthsSchema });

export const qualityQuerySchema = plainQuerySchema.extend({
  about: z
    .enum(qualityTopics, {
      error: 'Write about=response, about=satisfaction, about=places or about=corrections.',
    })
    .describe('which question is answered'),
  months: monthsSchema.describe('of opening; what is not closed by place has no period'),
});

const cellSchema = z.union([z.string(), z.number(), z.null()]);
const tableSchema = z.object({ columns: z.array(z.string()), rows: z.array(z.array(cellSchema)) });

/** The answer of an analytics service: figures, a table and an alt text for people, and a Chart.js 4 configuration. */
export const reportSchema = z
  .object({
    service: z.enum([...topics, 'quality']),
    title: z.string(),
    generatedAt: z.iso.datetime(),
    timeZone: z.string(),
    figures: z.array(z.object({ label: z.string(), value: z.union([z.string(), z.number()]) })),
    ...tableSchema.shape,
    insight: z.string().optional().describe('What the figures say, in a sentence that leads the answer.'),
    emptyRows: z.int().min(0).optional().describe('So many rows come before the first ticket.'),
    raw: tableSchema.describe('The same rows for programs: instants, counts and seconds.'),
    sheet: tableSchema
      .optional()
      .describe('The same rows for a spreadsheet: headers, names and hours of people.'),
    short: tableSchema
      .optional()
      .describe('The same rows in few letters, for people who read on a phone, at most 40 in a line.'),
    alt: z.string().describe('What the chart shows, in words.'),
    chart: z.looseObject({
      type: z.string(),
      data: z.looseObject({ labels: z.array(z.unknown()), datasets: z.array(z.looseObject({})) }),
      options: z.looseObject({}),
    }),
  })
  .meta({
    id: 'Report',
    examples: [
      {
        service: 'categories',
        title: 'Active tickets by category',
        generatedAt: '2026-11-22T09:00:00.000Z',
        timeZone: 'Europe/Rome',
        figures: [{ label: 'Active', value: 6 }],
        columns: ['Category', 'Active'],
        rows: [['Technical IT', 6]],
        raw: { columns: ['category', 'active'], rows: [['it', 6]] },
        alt: '6 tickets are active, all of them Technical IT.',
        chart: { type: 'bar', data: { labels: ['Technical IT'], datasets: [{ data: [6] }] }, options: {} },
      },
    ],
  });
export type Report = z.infer<typeof reportSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type ChartConfiguration = Report['chart'];

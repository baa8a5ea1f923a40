import { z } from 'zod';
import { answerSchema } from './campus.ts';
import { categories } from './category.ts';
import { exampleTicket } from './examples.ts';
import { cleanText, lengthOf, maxTextLength } from './text.ts';

/** Any text gets an answer; an empty one is unsure. */
export const categoriseSchema = z
  .strictObject({
    text: z
      .string()
      .transform(cleanText)
      .refine(text => lengthOf(text) <= maxTextLength, {
        message: `The text is too long. Shorten it to ${maxTextLength} characters.`,
      }),
    answers: z.boolean().optional().describe('false: without looking for answer and earlier'),
  })
  .meta({ id: 'Categorise', example: { text: exampleTicket.description } });

/** One of two problems that a text names for two teams, with its part of the text. */
const namedProblemSchema = z
  .object({ category: z.enum(categories), text: z.string() })
  .meta({ id: 'NamedProblem' });

/** The two problems, in the order of the text. */
export const namedProblemsSchema = z.tuple([namedProblemSchema, namedProblemSchema]);

/** The categoriser's answer for a text. */
export const categorisationSchema = z
  .object({
    category: z.enum(categories),
    confidence: z.number().min(0).max(1).describe('of all answers given with 0.9, nine in ten are right'),
    secondCategory: z.enum(categories).describe('the second likeliest'),
    unsure: z.boolean().describe('true: a person should choose'),
    because: z.array(z.string()).describe('up to three words that decided the category, none when unsure'),
    problems: namedProblemsSchema.optional().describe('two problems for two teams, when the text names two'),
    model: z.string().describe('version of the model that answered'),
    urgent: z.boolean().describe('the words tell of danger'),
    answer: answerSchema
      .optional()
      .describe('an answer of the campus file whose words are said clearly, where there is one'),
    earlier: z
      .object({ number: z.int().min(1), text: z.string() })
      .optional()
      .describe(
        'else, without danger, the closing note of a similar ticket that helpdesk offers to others and whose reporter says that it is solved',
      ),
  })
  .meta({
    id: 'Categorisation',
    examples: [
      {
        category: 'it',
        confidence: 0.97,
        secondCategory: 'facility',
        unsure: false,
        because: ['wifi'],
        model: '2026-11-20',
        urgent: false,
      },
    ],
  });
export type Categorisation = z.infer<typeof categorisationSchema>;

const countSchema = z.int().min(0);

/** Tickets of a month that people gave another category than the categoriser had. */
const correctionCountSchema = z
  .object({ from: z.enum(categories), to: z.enum(categories), count: z.int().min(1) })
  .meta({ id: 'CorrectionCount' });

const correctionMonthSchema = z
  .object({
    key: z.string().describe('month of opening, such as 2026-11'),
    from: z.iso.datetime().describe('start of the month, included'),
    to: z.iso.datetime().describe('end of the month, excluded'),
    categorised: countSchema.describe('tickets opened in it: each was categorised automatically'),
    confirmed: countSchema.describe('of these a person confirmed the category'),
    corrected: countSchema.describe('of these a person chose another category'),
    corrections: z.array(correctionCountSchema).describe('the corrected ones, only pairs that occur'),
  })
  .meta({ id: 'CorrectionMonth' });
export type CorrectionMonth = z.infer<typeof correctionMonthSchema>;

/** How often the categoriser was corrected; months without a ticket are there too, with zeros. */
export const correctionSummarySchema = z
  .object({ timeZone: z.string(), months: z.array(correctionMonthSchema) })
  .meta({
    id: 'CorrectionSummary',
    examples: [
      {
        timeZone: 'Europe/Rome',
        months: [
          {
            key: '2026-11',
            from: '2026-10-31T23:00:00.000Z',
            to: '2026-11-30T23:00:00.000Z',
            categorised: 120,
            confirmed: 4,
            corrected: 7,
            corrections: [{ from: 'service', to: 'facility', count: 7 }],
          },
        ],
      },
    ],
  });
export type CorrectionSummary = z.infer<typeof correctionSummarySchema>;

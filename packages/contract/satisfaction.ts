import { z } from 'zod';
import { categories } from './category.ts';
import { answerCountSchema } from './solved-answer.ts';

const countSchema = z.int().min(0);

const answersSchema = z
  .object({
    closed: countSchema.describe('closed tickets that were opened then'),
    solved: countSchema.describe('of these the reporter says that it is solved'),
    notSolved: countSchema.describe('of these the reporter says that it is not really solved'),
    followUps: countSchema.describe(
      'tickets that were filed as a follow-up of one of these, once it was closed',
    ),
  })
  .meta({ id: 'SatisfactionAnswers' });

const example = { closed: 120, solved: 60, notSolved: 5, followUps: 3 };

const categoryAnswersSchema = answersSchema.extend({ category: z.enum(categories) });
export type CategoryAnswers = z.infer<typeof categoryAnswersSchema>;

/** What reporters say of closed tickets, by category; all three are always there. */
export const satisfactionSummarySchema = z
  .object({
    timeZone: z.string(),
    categories: z.array(categoryAnswersSchema),
    answers: z
      .array(answerCountSchema)
      .describe('answers of the campus file that solved problems in that time before they were filed'),
  })
  .meta({
    id: 'SatisfactionSummary',
    examples: [
      {
        timeZone: 'Europe/Rome',
        categories: [{ category: 'it', ...example }],
        answers: [{ title: 'Joining eduroam', solved: 12 }],
      },
    ],
  });
export type SatisfactionSummary = z.infer<typeof satisfactionSummarySchema>;

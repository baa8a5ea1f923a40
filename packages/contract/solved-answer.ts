import { z } from 'zod';
import { typedText } from './text.ts';
import { numberSchema } from './ticket.ts';

/** What a title of the campus file may have. */
const maxTitleLength = 75;

/** "This solved it": an answer of the campus file, or the closing note of a ticket, helped somebody, who files nothing. */
export const solvedByAnswerSchema = z
  .union([
    z.strictObject({ title: typedText({ what: 'The title', max: maxTitleLength }) }),
    z.strictObject({ number: numberSchema }),
  ])
  .meta({ id: 'SolvedByAnswer', example: { title: 'Joining eduroam' } });

/** An answer, and how many problems it solved before they were filed. */
export const answerCountSchema = z
  .object({
    title: z.string().describe('of an answer of the campus file; #12 for the closing note of a ticket'),
    solved: z.int().min(0).describe('problems that were not filed because of it'),
  })
  .meta({ id: 'AnswerCount', examples: [{ title: 'Joining eduroam', solved: 12 }] });
export type AnswerCount = z.infer<typeof answerCountSchema>;
export type SolvedByAnswer = z.output<typeof solvedByAnswerSchema>;

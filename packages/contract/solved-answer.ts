import { z } from 'zod';
import { typedText } from './text.ts';

/** What a title of the campus file may have. */
const maxTitleLength = 75;

/** "This solved it": an answer of the campus file helped somebody, who files nothing. */
export const solvedByAnswerSchema = z
  .strictObject({ title: typedText({ what: 'The title', max: maxTitleLength }) })
  .meta({ id: 'SolvedByAnswer', example: { title: 'Joining eduroam' } });

/** An answer, and how many problems it solved before they were filed. */
export const answerCountSchema = z
  .object({
    title: z.string(),
    solved: z.int().min(0).describe('problems that were not filed because of it'),
  })
  .meta({ id: 'AnswerCount', examples: [{ title: 'Joining eduroam', solved: 12 }] });
export type AnswerCount = z.infer<typeof answerCountSchema>;

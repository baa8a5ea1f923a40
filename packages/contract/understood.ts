import { z } from 'zod';
import { personSchema } from './actor.ts';
import { exampleReporter } from './examples.ts';

/** How a search was understood, where it was not taken to the letter. */
export const understoodSchema = z
  .object({
    words: z
      .string()
      .optional()
      .describe('what is searched for, with slips corrected; there where there are some'),
    corrections: z
      .array(z.object({ typed: z.string(), word: z.string() }))
      .optional()
      .describe('slips: what was typed, and the word of the tickets that is searched for'),
    reporters: z.array(personSchema).optional().describe('whom reporterName means'),
    assignees: z.array(personSchema).optional().describe('whom assigneeName means'),
  })
  .meta({
    id: 'Understood',
    examples: [
      {
        words: 'dark projector',
        corrections: [{ typed: 'projetcor', word: 'projector' }],
        reporters: [exampleReporter],
      },
    ],
  });
export type Understood = z.infer<typeof understoodSchema>;

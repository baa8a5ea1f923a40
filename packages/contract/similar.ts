import { z } from 'zod';
import { roleSchema } from './actor.ts';
import type { Category } from './category.ts';
import { exampleTicket } from './examples.ts';
import { maxLocationLength, maxTextLength, optionalText, typedText } from './text.ts';
import { ticketSchema } from './ticket.ts';

/** From this similarity on an unclosed ticket is offered to whoever reports something: of strangers nearly none are. */
export const offeredFrom = 0.4;

/** From this similarity on it is asked about before something is filed. */
export const sameFrom = 0.57;

/** From this similarity on the closing note of another ticket may answer, wherever that was: a wrong one costs a glance. */
export const answersFrom = 0.49;

/** Of what is less sure too many categories are wrong to say that two tickets are not of the same problem. */
const contradictsFrom = 0.95;

type GivenCategory = { category: Category; confidence: number | null };

/** The category by which a ticket contradicts one of another category; null where it is not sure enough, and a person's always is. */
export function contradictingCategory({ category, confidence }: GivenCategory): Category | null {
  return confidence !== null && confidence < contradictsFrom ? null : category;
}

/** Most tickets that are offered: more would be a list to read. */
export const maxSimilar = 3;

export const similarQuerySchema = z.strictObject({
  text: typedText({ what: 'The text', max: maxTextLength }),
  location: optionalText({ what: 'The location', max: maxLocationLength }).optional(),
  role: roleSchema.default('user'),
});
export type SimilarQuery = z.output<typeof similarQuerySchema>;

const similarTicketSchema = ticketSchema
  .pick({
    number: true,
    status: true,
    description: true,
    location: true,
    place: true,
    category: true,
    openedAt: true,
    followers: true,
    version: true,
  })
  .extend({ similarity: z.number().min(0).max(1).describe('how surely it is the same problem') })
  .meta({ id: 'SimilarTicket' });
export type SimilarTicket = z.infer<typeof similarTicketSchema>;

/** Unclosed tickets that tell of the same problem as a text, best first; who reported them is not said. */
export const similarListSchema = z.object({ tickets: z.array(similarTicketSchema).max(maxSimilar) }).meta({
  id: 'SimilarList',
  examples: [{ tickets: [similarTicketSchema.parse({ ...exampleTicket, followers: 2, similarity: 0.83 })] }],
});
export type SimilarList = z.infer<typeof similarListSchema>;

import { z } from 'zod';
import { personSchema, userIdSchema } from './actor.ts';
import { exampleReporter } from './examples.ts';

export const personPathSchema = z.strictObject({ id: userIdSchema });

/** The name a person is known by, which was not known when they acted. */
export const namePersonSchema = personSchema
  .pick({ name: true })
  .meta({ id: 'NamePerson', examples: [{ name: exampleReporter.name }] });

export const namedPersonSchema = z
  .object({ person: personSchema, tickets: z.int().min(0).describe('tickets that had no name of theirs') })
  .meta({ id: 'NamedPerson', examples: [{ person: exampleReporter, tickets: 2 }] });
export type NamedPerson = z.infer<typeof namedPersonSchema>;

/** Ids of Slack users who are stored without a name; a hundred at most. */
export const unnamedSchema = z
  .object({ ids: z.array(z.string()) })
  .meta({ id: 'Unnamed', examples: [{ ids: [exampleReporter.id] }] });
export type Unnamed = z.infer<typeof unnamedSchema>;

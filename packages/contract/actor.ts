import { z } from 'zod';
import { exampleHelpdesk, exampleReporter } from './examples.ts';
import { givenText, nameText } from './text.ts';

export const roles = ['user', 'helpdesk'] as const;
export type Role = (typeof roles)[number];

export const roleSchema = z.enum(roles);

/** Who acts where nobody does: what a date brings about. */
export const campusDesk = { id: 'campus-desk', name: 'Campus Desk', role: 'helpdesk' as const };

/** Id of a Slack user. */
export const userIdSchema = givenText({ what: 'The id of a person', max: 255 });

/** Whose eyes something is for. */
export type Reader = { role: Role; viewer?: string | undefined };

/** The same in a query: `?role=`, and as a user who that is, the only one besides helpdesk who reads their own hidden name. */
export const readerSchema = z.strictObject({
  role: roleSchema.default('user'),
  viewer: userIdSchema
    .optional()
    .describe('who looks, as a user: a reporter reads their own name also where others do not'),
});

const nameSchema = nameText({ max: 255 });

/** A Slack user without the role: reporters and assignees. */
export const personSchema = z
  .strictObject({ id: userIdSchema, name: nameSchema })
  .meta({ id: 'Person', examples: [exampleReporter] });
export type Person = z.infer<typeof personSchema>;

/** Who acts, and the role they picked to act in. */
export const actorSchema = z
  .strictObject({ id: userIdSchema, name: nameSchema, role: roleSchema })
  .meta({ id: 'Actor', examples: [exampleHelpdesk] });
export type Actor = z.infer<typeof actorSchema>;

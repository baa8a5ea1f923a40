import { z } from 'zod';

export const roles = ['user', 'helpdesk'] as const;
export type Role = (typeof roles)[number];

export const roleSchema = z.enum(roles);

const idSchema = z.string().trim().min(1).max(255);
const nameSchema = z.string().trim().min(1).max(255);

/** A Slack user without the role: reporters and assignees. */
export const personSchema = z.strictObject({ id: idSchema, name: nameSchema }).meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;

/** Who acts, and the role they picked to act in. */
export const actorSchema = z
  .strictObject({ id: idSchema, name: nameSchema, role: roleSchema })
  .meta({ id: 'Actor' });
export type Actor = z.infer<typeof actorSchema>;

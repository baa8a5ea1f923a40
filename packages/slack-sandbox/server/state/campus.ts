import { parse } from 'yaml';
import { z } from 'zod';
import type { Conversation, Person } from '../../protocol.ts';

export const localeSchema = z.string().regex(/^[a-z]{2}-[A-Z]{2}$/, 'must be a locale, such as it-IT');

const personSchema = z.strictObject({
  id: z.string().regex(/^U[A-Z0-9]+$/, 'must be a user id, such as U01ANNA'),
  /** What a mention calls them. */
  name: z.string().min(1),
  realName: z.string().min(1),
  /** Their role, shown beside the name; the page groups people by it. */
  title: z.string().default(''),
  /** The name they chose for themselves. */
  displayName: z.string().min(1).optional(),
  /** The language of their Slack; `en-US` when left out. */
  locale: localeSchema.optional(),
  isDeactivated: z.boolean().optional(),
  guest: z.enum(['multi', 'single']).optional(),
});

const channel = z.strictObject({
  id: z.string().regex(/^C[A-Z0-9]+$/, 'must be a channel id, such as C01GENERAL'),
  name: z.string().min(1),
  topic: z.string().default(''),
  isPrivate: z.boolean().default(false),
  /** Ids of its people; everybody when left out. */
  members: z.array(z.string()).optional(),
  /** Whether the app is a member from the start. */
  hasApp: z.boolean().default(false),
});

const campusSchema = z.strictObject({
  /** Of the workspace. */
  name: z.string().min(1),
  /** Of the workspace and of the app in it; random when left out. */
  teamId: z
    .string()
    .regex(/^T[A-Z0-9]+$/, 'must be a workspace id, such as T01CAMPUS')
    .optional(),
  /** Of the Enterprise organization to which the app is installed as a whole; none when left out. */
  enterpriseId: z
    .string()
    .regex(/^E[A-Z0-9]+$/, 'must be an organization id, such as E01UNIVERSITY')
    .optional(),
  appId: z
    .string()
    .regex(/^A[A-Z0-9]+$/, 'must be an app id, such as A01TICKETS')
    .optional(),
  /** The first one is who opens the page when nobody is named. */
  people: z.array(personSchema).min(1),
  channels: z.array(channel).min(1),
});

/** Who and what a new workspace begins with. */
export type Campus = z.input<typeof campusSchema>;

/** A campus from YAML or JSON; throws one error that names every fault. */
export function readCampus(text: string): Campus {
  return checkCampus(parse(text));
}

/** The people of a campus as the workspace keeps them. */
export function campusPeople(campus: Campus): Person[] {
  return checkCampus(campus).people.map(person => ({ ...person, isBot: false }));
}

/** Somebody of a campus, or who joins it later. */
export type CampusPerson = z.input<typeof personSchema>;

/** Somebody as the workspace keeps them; throws one error that names every fault. */
export function readPerson(person: unknown): Person {
  return { ...checked({ what: 'person', schema: personSchema, value: person }), isBot: false };
}

/** The channels of a campus, with the app in those that have it. */
export function campusChannels({ campus, botUserId }: CampusChannelsInput): Conversation[] {
  const { people, channels } = checkCampus(campus);
  const everybody = people.map(({ id }) => id);
  return channels.map(({ members = everybody, hasApp, ...channel }) => ({
    ...channel,
    kind: 'channel',
    memberIds: hasApp ? [...members, botUserId] : members,
  }));
}

type CampusChannelsInput = { campus: Campus; botUserId: string };

function checkCampus(campus: unknown): z.output<typeof campusSchema> {
  return checked({ what: 'campus', schema: campusSchema, value: campus });
}

type CheckedInput<Schema> = { what: string; schema: Schema; value: unknown };

function checked<Schema extends z.ZodType>({ what, schema, value }: CheckedInput<Schema>): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The ${what} is not valid:\n${faults.join('\n')}`);
}

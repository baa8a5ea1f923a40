import { z } from 'zod';
import { actorSchema, personSchema, readerSchema, userIdSchema } from './actor.ts';
import { namedProblemsSchema } from './categoriser.ts';
import { categories, categorySources } from './category.ts';
import { exampleHelpdesk, exampleTicket, exampleUser } from './examples.ts';
import { momentSchema } from './moment.ts';
import { moves } from './move.ts';
import { type Status, statuses } from './status.ts';
import {
  addressSchema,
  givenText,
  maxLocationLength,
  maxTextLength,
  optionalText,
  typedText,
} from './text.ts';
import { understoodSchema } from './understood.ts';

export const numberSchema = z.int().min(1).max(2_147_483_647);

/** A ticket's number in a path. */
export const numberPathSchema = z.strictObject({
  number: z
    .string()
    .regex(/^\d{1,10}$/, { error: 'A ticket number is a whole number from 1, such as 12.' })
    .transform(Number)
    .refine(number => numberSchema.safeParse(number).success, {
      error: 'A ticket number is a whole number from 1, such as 12.',
    })
    .meta({ description: 'whole number from 1' }),
});

const instantSchema = z.iso.datetime();

/** Where a ticket came from when it was made from a Slack message. */
const sourceSchema = z.strictObject({ permalink: addressSchema }).meta({ id: 'Source' });

/** A place of the campus file. */
export const placeSchema = z.object({ name: z.string() }).meta({ id: 'Place' });

/** Until when a ticket waits, and the reason that both sides read. */
const waitingSchema = z.object({ until: instantSchema, reason: z.string() }).meta({ id: 'Waiting' });

export const ticketSchema = z
  .object({
    number: numberSchema,
    status: z.enum(statuses),
    description: z.string(),
    location: z.string().nullable(),
    place: placeSchema
      .nullable()
      .describe('the place of the campus file that location and description name, or a person has chosen'),
    category: z.enum(categories),
    categorySecond: z.enum(categories).nullable().describe('second likeliest, null when set by hand'),
    categorySource: z.enum(categorySources),
    categoryConfidence: z.number().min(0).max(1).nullable().describe('null when set by hand'),
    categoryUnsure: z.boolean().describe('true: the categoriser is unsure and a person should choose'),
    categoryBecause: z.array(z.string()).describe('up to three words that decided the category'),
    categoryModel: z.string().nullable().describe('version of the categoriser, null when set by hand'),
    reporter: personSchema.describe(
      'to other users somebody, and not who it is, where the name is hidden; so wherever they stand on the ticket',
    ),
    nameHidden: z.boolean().describe('other users do not read who reported it; helpdesk and the reporter do'),
    assignee: personSchema.nullable(),
    followUpOf: numberSchema.nullable(),
    duplicateOf: numberSchema
      .nullable()
      .describe('the ticket about the same problem that is worked on in its place, and closed with it'),
    duplicates: z.array(numberSchema).describe('the tickets that are duplicates of this one'),
    followers: z
      .int()
      .min(0)
      .describe(
        'how many are told of it besides its reporter: reporters of duplicates, and who asked for it',
      ),
    source: sourceSchema.nullable(),
    closingNote: z.string().nullable(),
    openedAt: instantSchema,
    startedAt: instantSchema.nullable(),
    modifiedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    closedBy: personSchema.nullable().describe('null also where it was closed before this was recorded'),
    solved: z.boolean().nullable().describe('what the reporter says of a closed ticket; null: nothing yet'),
    move: z
      .enum(moves)
      .nullable()
      .describe("whose turn it is, from the last public message; nobody's when closed, or a duplicate"),
    waiting: waitingSchema.nullable().describe('until when an active ticket waits, and for what'),
    urgent: z.boolean().describe('its words tell of danger, or helpdesk says that it is urgent'),
    answersOthers: z
      .boolean()
      .describe('its closing note answers who reports the same, once its reporter says that it is solved'),
    version: z.int().min(1),
    problems: namedProblemsSchema
      .optional()
      .describe('only in the answer to filing: the two problems for two teams that the description names'),
  })
  .meta({ id: 'Ticket', examples: [exampleTicket] });
export type Ticket = z.infer<typeof ticketSchema>;

const descriptionSchema = typedText({ what: 'The description', max: maxTextLength });
const locationSchema = optionalText({ what: 'The location', max: maxLocationLength });
/** Also an alias, which may be longer than a name. */
const placeNameSchema = typedText({ what: 'The place', max: 100 });
const personNameSchema = typedText({ what: 'The name', max: 255 });
const closingNoteSchema = optionalText({ what: 'The closing note', max: maxTextLength });

export const fileTicketSchema = z
  .strictObject({
    description: descriptionSchema,
    location: locationSchema.optional(),
    actor: actorSchema,
    reporter: personSchema.optional().describe('for whom helpdesk files it; without it the actor'),
    hideName: z
      .boolean()
      .optional()
      .describe(
        'true: other users do not read who reported it; without it a follow-up is as the ticket it follows, if that has the same reporter',
      ),
    followUpOf: numberSchema.optional(),
    source: sourceSchema.optional(),
  })
  .meta({
    id: 'FileTicket',
    example: { description: exampleTicket.description, location: exampleTicket.location, actor: exampleUser },
  });
export type FileTicket = z.output<typeof fileTicketSchema>;

/** `Idempotency-Key`: the same key and body answers the same ticket, or message, again. */
const idempotencyKeySchema = givenText({ what: 'The Idempotency-Key', max: 255 });
export const idempotencyHeadersSchema = z.looseObject({
  'idempotency-key': idempotencyKeySchema
    .optional()
    .describe('The same key and body answers what is there; without a key every call makes a new one.'),
});

export const changeTicketSchema = z
  .strictObject({
    actor: actorSchema,
    version: z.int().min(1).optional(),
    description: descriptionSchema.optional(),
    location: locationSchema.optional(),
    place: z
      .union([z.strictObject({ name: placeNameSchema }), placeNameSchema.transform(name => ({ name }))])
      .nullable()
      .optional()
      .describe('a place of the campus file, by its name or an alias; null: none of these'),
    category: z.enum(categories).optional(),
    urgent: z.boolean().optional().describe('from then on its words do not decide it any more'),
    hideName: z
      .boolean()
      .optional()
      .describe('whether other users do not read who reported it; for the reporter and helpdesk'),
    status: z.enum(statuses).optional(),
    closingNote: closingNoteSchema.optional(),
    assignee: personSchema.nullable().optional().describe('who works on it from now on; null: nobody'),
    waiting: z
      .strictObject({
        until: momentSchema,
        reason: typedText({ what: 'The reason', max: maxTextLength }),
      })
      .nullable()
      .optional()
      .describe('until when an active ticket waits, and for what; null ends it'),
    duplicateOf: numberSchema
      .nullable()
      .optional()
      .describe(
        'a ticket about the same problem; one that is a duplicate itself stands for its own original',
      ),
    closeDuplicates: z
      .boolean()
      .optional()
      .describe(
        'when closing: false makes its duplicates tickets of their own again; otherwise they are closed with it',
      ),
    solved: z
      .boolean()
      .nullable()
      .optional()
      .describe('the reporter’s answer, as a user, once the ticket is closed; null takes it back'),
    answersOthers: z
      .boolean()
      .optional()
      .describe('as helpdesk, of a closed ticket: whether its closing note answers who reports the same'),
  })
  .refine(
    ({ actor: _actor, version: _version, answersOthers, ...change }) =>
      answersOthers === undefined || Object.keys(change).length === 0,
    {
      path: ['answersOthers'],
      error: 'Whether its note answers others is said of a closed ticket, which has no other change.',
    },
  )
  .refine(({ closingNote, status }) => closingNote === undefined || status === 'closed', {
    path: ['closingNote'],
    error: 'A closing note comes with closing. Send it together with status closed.',
  })
  .refine(({ closeDuplicates, status }) => closeDuplicates === undefined || status === 'closed', {
    path: ['closeDuplicates'],
    error: 'What becomes of duplicates is said with closing. Send it together with status closed.',
  })
  .refine(({ waiting, status }) => !waiting || status !== 'closed', {
    path: ['waiting'],
    error: 'A closed ticket does not wait. Close it without waiting.',
  })
  .refine(({ actor: _actor, version: _version, ...change }) => Object.keys(change).length > 0, {
    error:
      'Nothing to change. Send at least one of description, location, place, category, urgent, hideName, status, assignee, waiting or duplicateOf.',
  })
  .refine(
    ({ actor: _actor, version: _version, solved, ...change }) =>
      solved === undefined || Object.keys(change).length === 0,
    {
      path: ['solved'],
      error: 'Whether it is solved is said of a closed ticket, which has no other change.',
    },
  )
  .refine(
    ({ actor: _actor, version: _version, duplicateOf, ...change }) =>
      duplicateOf === undefined || Object.keys(change).length === 0,
    { path: ['duplicateOf'], error: 'Say that it is a duplicate first, and change the rest after that.' },
  )
  .meta({ id: 'ChangeTicket', example: { actor: exampleHelpdesk, version: 1, status: 'active' } });
export type ChangeTicket = z.output<typeof changeTicketSchema>;

/** Reports the two problems of a ticket separately; `version` refuses when somebody changed it meanwhile. */
export const splitTicketSchema = z
  .strictObject({ actor: actorSchema, version: z.int().min(1).optional() })
  .meta({ id: 'SplitTicket', example: { actor: exampleUser, version: 1 } });
export type SplitTicket = z.output<typeof splitTicketSchema>;

export const splitSchema = z
  .object({ tickets: z.tuple([ticketSchema, ticketSchema]).describe('the first problem, then the second') })
  .meta({
    id: 'Split',
    examples: [
      {
        tickets: [
          exampleTicket,
          { ...exampleTicket, number: exampleTicket.number + 1, followUpOf: exampleTicket.number },
        ],
      },
    ],
  });
export type Split = z.infer<typeof splitSchema>;

/** The last one is the order of a queue: urgent tickets first, and the oldest of each; with closed ones as `openedAt`. */
export const sorts = ['-openedAt', 'openedAt', '-modifiedAt', 'urgent'] as const;

/** `?status=open,active` as a list without duplicates; anything else is refused. */
export const statusListSchema = z.string().transform((list, context): Status[] => {
  const parsed = z.array(z.enum(statuses)).safeParse(list.split(',').map(status => status.trim()));
  if (parsed.success) return [...new Set(parsed.data)];
  context.addIssue({
    code: 'custom',
    message: 'A status is open, active or closed; several are separated by commas.',
  });
  return z.NEVER;
});

export const listTicketsSchema = readerSchema.extend({
  status: statusListSchema.optional(),
  category: z.enum(categories).optional(),
  place: placeNameSchema.optional().describe('a place of the campus file, by its name or an alias'),
  reporter: userIdSchema
    .optional()
    .describe('as another user without the tickets on which they hide their name'),
  told: userIdSchema
    .optional()
    .describe(
      'who is told of it: its reporter, who follows it, and reporters and followers of its duplicates; as a user the viewer alone',
    ),
  assignee: userIdSchema.optional(),
  reporterName: personNameSchema
    .optional()
    .describe('the name of who reported, or the beginning of a part of it; several people are all meant'),
  assigneeName: personNameSchema.optional().describe('the same of who works on it'),
  unassigned: z.literal('true').optional().describe('assigned to nobody'),
  move: z.enum(moves).optional().describe('of tickets that are not closed and do not wait until a date'),
  q: typedText({ what: 'The search', max: maxTextLength }).optional(),
  sort: z
    .enum(sorts)
    .optional()
    .describe('default -openedAt; with q: best match first; urgent: these first, then the oldest'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().min(1).max(500).optional(),
});
export type ListTickets = z.output<typeof listTicketsSchema>;

/** The filters of the list; all that fit, or the first so many. */
export const exportTicketsSchema = listTicketsSchema.omit({ cursor: true }).extend({
  sort: z.enum(sorts).default('-openedAt'),
  limit: z.coerce.number().int().min(1).max(10_000_000).optional().describe('without it all are sent'),
});
export type ExportTickets = z.output<typeof exportTicketsSchema>;

/** Tickets of a list are counted up to here: what is more costs more, and nobody pages that far. */
export const maxTotal = 1000;

export const ticketListSchema = z
  .object({
    tickets: z.array(ticketSchema),
    nextCursor: z.string().nullable(),
    total: z.int().min(0).max(maxTotal).describe('exact up to 1,000'),
    totalIsMore: z.literal(true).optional().describe('there, and true, when there are more than 1,000'),
    understood: understoodSchema.optional().describe('there where words were corrected, or names looked up'),
  })
  .meta({ id: 'TicketList', examples: [{ tickets: [exampleTicket], nextCursor: null, total: 1 }] });
export type TicketList = z.infer<typeof ticketListSchema>;

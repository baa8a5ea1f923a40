import { z } from 'zod';
import { actorSchema, roleSchema } from './actor.ts';
import { exampleHelpdesk, exampleTicket } from './examples.ts';
import { slackRefSchema } from './message.ts';
import { numberSchema, ticketSchema } from './ticket.ts';

/** Where the same is looked for: in one place, or in all of the campus. */
export const waveScopes = ['place', 'campus'] as const;
export type WaveScope = (typeof waveScopes)[number];

/** Most tickets of a wave that are answered whole. */
export const maxWaveTickets = 10;

/** A wave's id in a path. */
export const wavePathSchema = z.strictObject({ id: z.coerce.number().pipe(numberSchema) });

const messageSchema = slackRefSchema.nullable().describe('where helpdesk is told of it; null until it is');

const exampleRef = { id: 3, message: { channel: 'C0HELPDESK', ts: '1795338400.000300' } };

/** A wave, and where helpdesk is told of it. */
export const waveRefSchema = z
  .object({ id: numberSchema, message: messageSchema })
  .meta({ id: 'WaveRef', examples: [exampleRef] });
export type WaveRef = z.infer<typeof waveRefSchema>;

const exampleWave = {
  ...exampleRef,
  places: ['Library'],
  postingTo: 'C0HELPDESK',
  people: 4,
  likely: 0.02,
  foundAt: '2026-11-22T09:20:00.000Z',
  tickets: [exampleTicket],
  numbers: [12, 13, 14, 15],
  original: 12,
  ungrouped: [13, 14, 15],
};

export const waveSchema = waveRefSchema
  .extend({
    postingTo: slackRefSchema.shape.channel
      .nullable()
      .describe('where helpdesk was to be told of it last: the message may stand there though it is null'),
    places: z.array(z.string()).describe('the places of the campus file that its tickets name'),
    people: z.int().min(1).describe('everybody who has reported it'),
    likely: z.number().min(0).describe('how many reports the last weeks made likely for two hours'),
    foundAt: z.iso.datetime(),
    tickets: z.array(ticketSchema).min(1).max(maxWaveTickets).describe('the first ones, oldest first'),
    numbers: z.array(numberSchema).describe('all of its tickets'),
    original: numberSchema
      .nullable()
      .describe('what the others are to be duplicates of: the oldest that is not closed; null without one'),
    ungrouped: z.array(numberSchema).describe('those that are not closed, and no duplicates yet'),
  })
  .meta({
    id: 'Wave',
    examples: [exampleWave],
  });
export type Wave = z.infer<typeof waveSchema>;

/** The role that looks at a wave: `?role=`. */
export const getWaveSchema = z.strictObject({ role: roleSchema.default('user') });

/** Where helpdesk is told of a wave: the message, or, before it is posted, its channel. */
export const tellWaveSchema = slackRefSchema
  .partial({ ts: true })
  .meta({ id: 'TellWave', example: exampleRef.message });
export type TellWave = z.infer<typeof tellWaveSchema>;

/** Most tickets of a wave that are grouped at once. */
export const maxGroupedAtOnce = 150;

/** Groups the tickets of a wave, as helpdesk. */
export const groupWaveSchema = z
  .strictObject({
    actor: actorSchema,
    numbers: z
      .array(numberSchema)
      .min(1)
      .max(maxGroupedAtOnce)
      .optional()
      .describe('only these, such as those that were seen; without it, the oldest'),
  })
  .meta({ id: 'GroupWave', examples: [{ actor: exampleHelpdesk }] });

export const groupedWaveSchema = z
  .object({
    wave: waveSchema,
    grouped: z.array(numberSchema).describe('those that became duplicates now'),
  })
  .meta({
    id: 'GroupedWave',
    examples: [{ wave: { ...exampleWave, ungrouped: [] }, grouped: [13, 14, 15] }],
  });
export type GroupedWave = z.infer<typeof groupedWaveSchema>;

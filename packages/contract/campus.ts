import { z } from 'zod';
import { categories } from './category.ts';
import { languages } from './language.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

export const answerSchema = z
  .object({
    title: z.string(),
    when: z.string().nullable().describe('Words of a problem that it answers.'),
    text: z
      .union([z.string(), z.partialRecord(z.enum(languages), z.string())])
      .describe('One text for all, or one for each language.'),
    category: z.enum(categories).nullable(),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof answerSchema>;

/** What a campus knows about itself, as its file says it, empty where it has no file; and its time zone. */
export const campusSchema = z
  .object({
    name: z.string().nullable(),
    languages: z.array(z.enum(languages)).min(1).describe('What channels speak first.'),
    emergency: z.object({ call: z.string() }).nullable(),
    places: z.array(z.object({ name: z.string(), aliases: z.array(z.string()), rooms: z.array(z.string()) })),
    officeHours: z
      .object({
        open: z.array(z.object({ day: z.enum(weekdays), from: time, to: time })),
        closed: z.array(z.iso.date()),
      })
      .nullable(),
    answers: z.array(answerSchema),
    timeZone: z.string(),
  })
  .meta({
    id: 'Campus',
    examples: [
      {
        name: 'University of Example',
        languages: ['en', 'it'],
        emergency: { call: '112, then the porter' },
        places: [{ name: 'Main building', aliases: ['building A'], rooms: ['2.14'] }],
        officeHours: { open: [{ day: 'mon', from: '08:00', to: '18:00' }], closed: ['2026-12-25'] },
        answers: [
          {
            title: 'Joining eduroam',
            when: 'wifi login eduroam certificate',
            text: { en: 'Install the certificate first.', it: 'Installi prima il certificato.' },
            category: 'it',
          },
        ],
        timeZone: 'Europe/Rome',
      },
    ],
  });
export type LocatedCampus = z.infer<typeof campusSchema>;

/** What the file says. */
export type Campus = Omit<LocatedCampus, 'timeZone'>;

export type OfficeHours = NonNullable<Campus['officeHours']>;

/** What is known of a campus that has no file. */
export const unknownCampus: Campus = {
  name: null,
  languages: ['en'],
  emergency: null,
  places: [],
  officeHours: null,
  answers: [],
};

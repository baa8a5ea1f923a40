import { foldPlaceName } from '@campus-desk/categoriser';
import {
  type Campus,
  categories,
  languages,
  maxPlaceLength,
  maxTextLength,
  typedText,
  unknownCampus,
  weekdays,
} from '@campus-desk/contract';
import { z } from 'zod';

const say = (what: string) => ({ error: what });

const text = (max: number) =>
  z
    .string(say('is no text; write words, in quotation marks where they look like a number'))
    .pipe(typedText({ what: 'This', max }));
const list = <Item extends z.ZodType>(item: Item) => z.array(item, say('is no list; write [one, two]'));
const language = z.enum(languages, say(`is no language; write one of ${languages.join(', ')}`));

const placeSchema = z.strictObject(
  {
    name: text(maxPlaceLength),
    aliases: list(text(100)).default([]),
    rooms: list(text(50)).default([]),
  },
  strict('is no place; write { name: …, aliases: […], rooms: […] }', 'name, aliases, rooms'),
);

const answerSchema = z.strictObject(
  {
    // What a select of Slack takes.
    title: text(75),
    when: text(maxTextLength).nullable().default(null),
    text: z.union(
      [
        text(maxTextLength),
        z
          .partialRecord(
            language,
            text(maxTextLength),
            strict('is no text; write words, or { en: …, it: … }', languages.join(', ')),
          )
          .refine(texts => Object.keys(texts).length > 0, say('is empty')),
      ],
      say(
        `is no text; write words of at most ${maxTextLength} characters, or { en: …, it: … } with ${languages.join(', ')}`,
      ),
    ),
    category: z
      .enum(categories, say(`is no category; write one of ${categories.join(', ')}`))
      .nullable()
      .default(null),
  },
  strict('is no answer; write { title: …, text: … }', 'title, when, text, category'),
);

const weekday = weekdays.join('|');
const daysSchema = z.string().regex(new RegExp(`^(${weekday})(-(${weekday}))?$`));
const noTime = say('is no time; write "08:00-18:00"');
const hoursSchema = z
  .string(noTime)
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { ...noTime, abort: true })
  .transform(hours => ({ from: hours.slice(0, 5), to: hours.slice(6) }))
  .refine(({ from, to }) => from < to, say('ends before it begins'));
const closedSchema = list(z.iso.date(say('is no date; write one such as 2026-12-25'))).default([]);

const officeHoursSchema = z
  .looseObject({ closed: closedSchema }, say('is no table; write { mon-fri: "08:00-18:00" }'))
  .transform(({ closed, ...days }) => ({ closed, days }))
  .pipe(
    z.object({
      closed: z.array(z.string()),
      days: z.record(daysSchema, hoursSchema, say('has a day that is none; write mon, mon-fri or closed')),
    }),
  )
  .transform(({ closed, days }) => ({ open: Object.entries(days).flatMap(openings), closed }));

/** The campus file as people write it, made into what the API answers; each problem says what to write instead. */
export const campusFileSchema = z
  .strictObject(
    {
      name: text(200).nullable().default(null),
      languages: list(language).min(1, say('is empty; write [en]')).default(unknownCampus.languages),
      emergency: z
        .strictObject({ call: text(500) }, strict('is nothing to call; write { call: … }', 'call'))
        .nullable()
        .default(null),
      places: list(placeSchema).superRefine(refuseSameNames).default([]),
      officeHours: officeHoursSchema.nullable().default(null),
      answers: list(answerSchema)
        // What a select of Slack takes.
        .max(100, say('has more than 100 answers, more than a menu shows; leave some out'))
        .default([]),
    },
    strict(
      'is no campus; write name: … and the like',
      'name, languages, emergency, places, officeHours, answers',
    ),
  )
  .transform((campus): Campus => campus);

/** Two places whose names are read alike could not be told apart. */
function refuseSameNames(places: { name: string }[], refusal: z.RefinementCtx) {
  const known = new Map<string, string>();
  for (const [at, { name }] of places.entries()) {
    const folded = foldPlaceName(name) || name;
    const same = known.get(folded);
    known.set(folded, name);
    if (same === undefined) continue;
    const message = `is read as the same name as “${same}”; write one by which people tell them apart`;
    refusal.addIssue({ code: 'custom', path: [at, 'name'], message });
  }
}

function strict(nothing: string, known: string) {
  return {
    error: ({ code, keys = [] }: { code?: string; keys?: readonly string[] }) =>
      code === 'unrecognized_keys' ? `knows no ${keys.join(', ')}; it has ${known}` : nothing,
  };
}

/** `mon-fri` as five days, also over the end of a week. */
function openings([days, hours]: [string, z.output<typeof hoursSchema>]) {
  const twoWeeks = [...weekdays, ...weekdays];
  const start = twoWeeks.findIndex(day => days.startsWith(day));
  const end = twoWeeks.findIndex((day, at) => at >= start && days.endsWith(day));
  return twoWeeks.slice(start, end + 1).map(day => ({ day, ...hours }));
}

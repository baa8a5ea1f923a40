import { type Category, categories, numberSchema, type Role, roleSchema } from '@campus-desk/contract';
import { z } from 'zod';

/** What a button says about its ticket: which one, as it was drawn, and in which role a click acts. */
export type Reference = { role: Role; number: number; version: number };

const referenceSchema = z.tuple([
  roleSchema,
  z.coerce.number().pipe(numberSchema),
  z.coerce.number().int().min(1),
]);
const choiceSchema = z.tuple([...referenceSchema.def.items, z.enum(categories)]);

/** A reference as the value of a button. */
export function writeReference({ role, number, version }: Reference): string {
  return [role, number, version].join(':');
}

/** A reference with a category, as the value of an option or a button. */
export function writeChoice({ category, ...reference }: Reference & { category: Category }): string {
  return `${writeReference(reference)}:${category}`;
}

const moreSchema = z.tuple([
  ...referenceSchema.def.items,
  z.enum(['note', 'answer', 'handOver', 'wait', 'duplicate']),
]);

/** What the menu of a card offers. */
export type More = z.infer<typeof moreSchema>[3];

/** A reference with what was chosen from the menu, as the value of an option. */
export function writeMore({ more, ...reference }: Reference & { more: More }): string {
  return `${writeReference(reference)}:${more}`;
}

/** What was chosen from the menu of which ticket; throws when it is not ours. */
export function readMore(value: string): Reference & { more: More } {
  const [role, number, version, more] = moreSchema.parse(value.split(':'));
  return { role, number, version, more };
}

/** The reference a button carried; throws when it is not ours. */
export function readReference(value: string): Reference {
  const [role, number, version] = referenceSchema.parse(value.split(':'));
  return { role, number, version };
}

/** A reference with the name of a place, as the value of an option. */
export function writePlaceChoice({ place, ...reference }: Reference & { place: string }): string {
  return `${writeReference(reference)}:${place}`;
}

/** The name of the chosen place with its ticket; throws when it is not ours. */
export function readPlaceChoice(value: string): Reference & { place: string } {
  return {
    ...readAnyReference(value),
    place: value.split(':').slice(referenceSchema.def.items.length).join(':'),
  };
}

/** The reference any button or option of ours carried, with a choice or without; throws when it is not ours. */
export function readAnyReference(value: string): Reference {
  return readReference(value.split(':').slice(0, referenceSchema.def.items.length).join(':'));
}

/** The chosen category with its ticket; throws when it is not ours. */
export function readChoice(value: string): Reference & { category: Category } {
  const [role, number, version, category] = choiceSchema.parse(value.split(':'));
  return { role, number, version, category };
}

import { z } from 'zod';
import type { Because } from './reason.ts';

/** C0/C1 controls except tab and line feed, and the bidirectional overrides, embeddings and isolates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Nothing that can be seen: white space, zero-width characters and the like. */
const invisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/**
 * The text as it is stored: line ends unified, control and bidi-override characters removed, trimmed; empty when
 * nothing in it can be seen.
 */
export function cleanText(text: string): string {
  const clean = text.replaceAll('\r\n', '\n').toWellFormed().replace(unprintable, '').trim();
  return invisible.test(clean) ? '' : clean;
}

/** A name as it is stored: like `cleanText`, on one line. */
export function cleanName(name: string): string {
  return cleanText(name).replaceAll(/\s+/g, ' ');
}

/** A zod string for a name: cleaned, 1 to `max` characters. */
export function nameText({ max }: { max: number }) {
  return z.string().overwrite(cleanName).min(1).max(max);
}

/** Neither control characters nor halves of surrogate pairs: the database takes no text with them. */
const storable = /^[^\p{Cc}\p{Cs}]*$/u;

/** A zod string for ids and keys, which are kept as they are: 1 to `max` characters of `what`, all of them storable. */
export function givenText({ what, max }: { what: string; max: number }) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(storable, { error: `${what} has characters that no text has. Leave them out.` });
}

/** The address of a page or a file. */
export const addressSchema = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .regex(storable, { error: 'The address has characters that no address has. Encode them.' });

/** Characters of a text as a person counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A zod string that cleans what was typed and accepts 1 to `max` characters of it. */
export function typedText({ what, max }: { what: string; max: number }) {
  return z
    .string()
    .transform(cleanText)
    .refine(text => text !== '', {
      message: `${what} is empty. Write at least one character.`,
      params: { reason: 'empty' } satisfies Because,
    })
    .refine(text => lengthOf(text) <= max, {
      message: `${what} is too long. Shorten it to ${max} characters.`,
      params: { reason: 'too_long', values: { max } } satisfies Because,
    });
}

/** Like `typedText`, but nothing typed is fine and becomes null. */
export function optionalText({ what, max }: { what: string; max: number }) {
  return z
    .string()
    .transform(cleanText)
    .refine(text => lengthOf(text) <= max, {
      message: `${what} is too long. Shorten it to ${max} characters.`,
      params: { reason: 'too_long', values: { max } } satisfies Because,
    })
    .transform(text => text || null)
    .nullable();
}

/** Longest description, message and closing note, in characters. */
export const maxTextLength = 3000;
/** Longest location, in characters. */
export const maxLocationLength = 200;
/** Longest name of a place, in characters: what a select of Slack takes. */
export const maxPlaceLength = 75;

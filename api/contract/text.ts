import { z } from 'zod';

/** C0/C1 controls except tab and line feed, and the bidirectional overrides, embeddings and isolates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is what this is for
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The text as it is stored: line ends unified, control and bidi-override characters removed, trimmed. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').toWellFormed().replace(unprintable, '').trim();
}

/** Characters of a text as a person counts them: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A zod string that cleans what was typed and accepts 1 to `max` characters of it. */
export function typedText({ what, max }: { what: string; max: number }) {
  return z
    .string()
    .transform(cleanText)
    .refine(text => text !== '', { message: `${what} is empty. Write at least one character.` })
    .refine(text => lengthOf(text) <= max, {
      message: `${what} is too long. Shorten it to ${max} characters.`,
    });
}

/** Like `typedText`, but nothing typed is fine and becomes null. */
export function optionalText({ what, max }: { what: string; max: number }) {
  return z
    .string()
    .transform(cleanText)
    .refine(text => lengthOf(text) <= max, {
      message: `${what} is too long. Shorten it to ${max} characters.`,
    })
    .transform(text => text || null)
    .nullable();
}

/** Longest description, message and closing note, in characters. */
export const longestText = 3000;
/** Longest location, in characters. */
export const longestLocation = 200;

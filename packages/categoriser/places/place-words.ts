import { fold } from '../reading/fold.ts';

/** A word as places are compared by it: folded, as it was written, and what stands before and after it. */
export type PlaceWord = { folded: string; written: string; gap: string; after: string };

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const hasDigit = /\p{N}/u;

/**
 * The words of a text in their order. What is written in numbers is one word, so that 2.14 is not found in 12.14 or 2.14.3;
 * 2-14 and 2_14 are 2.14, but 2:14, 2,14 and 2/14 are not.
 */
export function placeWords(text: string): PlaceWord[] {
  const words: PlaceWord[] = [];
  let end = 0;
  // Of the last word, which is not read again for every number that joins it.
  let isNumber = false;
  let isDotted = false;
  for (const { 0: written, index } of text.matchAll(wordPattern)) {
    const gap = text.slice(end, index);
    end = index + written.length;
    const last = words.at(-1);
    const hasNumber = hasDigit.test(written);
    const sign: string | undefined = isNumber && hasNumber ? signIn({ gap, isDotted }) : undefined;
    isNumber = hasNumber;
    isDotted = sign === '.' || (sign !== undefined && isDotted);
    if (last === undefined || sign === undefined) {
      if (last !== undefined) last.after = gap;
      words.push({ folded: fold(written), written, gap, after: '' });
      continue;
    }
    last.folded += sign + fold(written);
    last.written += gap + written;
  }
  const last = words.at(-1);
  if (last !== undefined) last.after = text.slice(end);
  return words;
}

/** A name of a place so that others which are read alike become the same: `LIBRARY  2-14` and `library 2.14`. */
export function foldPlaceName(name: string): string {
  return placeWords(name)
    .map(({ folded }) => folded)
    .join(' ');
}

/** What joins two numbers; undefined where they are words of their own. */
function signIn({ gap, isDotted }: { gap: string; isDotted: boolean }): string | undefined {
  if (/^[._-]$/.test(gap)) return '.';
  // "2.14/2.15" are two rooms.
  return /^[:,/]$/.test(gap) && !isDotted ? gap : undefined;
}

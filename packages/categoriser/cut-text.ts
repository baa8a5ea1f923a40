import type { Reading } from './reading/reader.ts';
import { matchWords } from './reading/words.ts';

/** So many words find the place of a part in a text. */
const maxSought = 5;

/** They are sought among so many, as numbers may stand between. */
const maxLooked = 12;

const and = /^(?:[\s\p{P}]|(?:\d+|[a-h])\)|(?:and|und|ed?|y|et)(?!\p{L}))+/iu;
const andAtEnd = /[\s,;:–—-]{1,20}(?:(?:\d+|[a-h])\)|and|und|ed?|y|et)?$/iu;

const ofRoomOrNumber = /\d|^\p{L}$/u;

const halfStopAtEnd = /[:;]\s[^\p{L}]{0,10}$/u;

type CutTextInput = { text: string; at: readonly Reading[] };

/** A text in two, the second part beginning with these words; undefined when they do not stand there one after the other. */
export function cutText({ text, at }: CutTextInput): [string, string] | undefined {
  const index = startOf({ text, at });
  if (index === 0) return undefined;
  const [first, second] = [text.slice(0, index).trim(), text.slice(index).replace(and, '').trim()];
  return first === '' || second === '' ? undefined : [first.replace(andAtEnd, '').trim(), second];
}

/** Whether a colon or a semicolon stands before these words. */
export function followsHalfStop({ text, at }: CutTextInput): boolean {
  return halfStopAtEnd.test(text.slice(0, startOf({ text, at })));
}

/** Where these words begin in the text, or its beginning. */
function startOf({ text, at }: CutTextInput): number {
  const sought = [...new Map(at.map(({ start, typed }) => [start, typed])).values()].slice(0, maxSought);
  const words = matchWords(text);
  const found = words.find((_, from) => follow({ sought, words: words.slice(from, from + maxLooked) }));
  return found?.start ?? 0;
}

/** Whether the sought words stand there one after the other; numbers and rooms ("H.1.09") between them are not read. */
function follow({
  sought,
  words,
}: {
  sought: readonly string[];
  words: readonly { typed: string }[];
}): boolean {
  let at = 0;
  return sought.every(one => {
    while (at > 0 && words[at]?.typed !== one && ofRoomOrNumber.test(words[at]?.typed ?? '')) at += 1;
    at += 1;
    return words[at - 1]?.typed === one;
  });
}

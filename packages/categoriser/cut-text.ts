import type { Reading } from './reading/reader.ts';

/** So many words find the place of a part in a text. */
const maxSought = 5;

/** Between two read words: no letters, but perhaps a number that is not read, and an elided article. */
const gap = "[^\\p{L}]{1,30}(?:\\p{L}{1,5}['’])?";
const and = /^(?:[\s\p{P}]|\d+\)|(?:and|und|ed?|y|et)(?!\p{L}))+/iu;

/** A text in two, the second part beginning with these words; undefined when they do not stand there one after the other. */
export function cutText({
  text,
  at,
}: {
  text: string;
  at: readonly Reading[];
}): [string, string] | undefined {
  const words = [...new Map(at.map(({ start, typed }) => [start, typed])).values()].slice(0, maxSought);
  const sought = new RegExp(`(?<![\\p{L}\\p{N}])${words.join(gap)}(?!\\p{L})`, 'iu');
  const index = sought.exec(text)?.index ?? 0;
  if (index === 0) return undefined;
  const [first, second] = [text.slice(0, index).trim(), text.slice(index).replace(and, '').trim()];
  return first === '' || second === '' ? undefined : [withoutAnd(first), second];
}

/** Without a comma or an "and" that led to the second part. */
function withoutAnd(text: string): string {
  return text.replace(/[\s,;:–—-]{1,20}(?:\d+\)|and|und|ed?|y|et)?$/iu, '').trim();
}

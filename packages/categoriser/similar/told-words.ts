/** A word that tells something: its stem and its meanings as terms; without a known meaning it may be any word of another language. */
export type ToldWord = { terms: readonly number[]; hasMeaning: boolean };

/** Words, packed: for each whether it has a meaning, how many terms, and these. */
export type ToldWords = Int32Array;

/** Words of one meaning are one. */
export function packWords(words: readonly ToldWord[]): ToldWords {
  const each = new Map(words.map(word => [keyOf(word), word]));
  const packed = [...each.values()].flatMap(({ terms, hasMeaning }) => [
    Number(hasMeaning),
    terms.length,
    ...terms,
  ]);
  return Int32Array.from(packed);
}

/** The meanings without the stem, which comes first. */
function keyOf({ terms, hasMeaning }: ToldWord): string {
  return (hasMeaning ? terms.slice(1).toSorted() : terms).join(' ');
}

/** What two texts have in common: how many words, and how many of the two tell something else besides. */
export type Common = { shared: number; tellMore: number };

/** Compares two texts by their words; what has no known meaning tells nothing that the other does not. */
export function compareWords(one: ToldWords, other: ToldWords): Common {
  const [first, second] = [countIn(one, termsOf(other)), countIn(other, termsOf(one))];
  const tellMore = [first, second].filter(({ more }) => more > 0).length;
  return { shared: Math.min(first.shared, second.shared), tellMore };
}

function countIn(words: ToldWords, known: ReadonlySet<number>): { shared: number; more: number } {
  const counts = { shared: 0, more: 0 };
  for (const { terms, hasMeaning } of unpack(words)) {
    if (terms.some(term => known.has(term))) counts.shared += 1;
    else if (hasMeaning) counts.more += 1;
  }
  return counts;
}

function termsOf(words: ToldWords): Set<number> {
  return new Set(unpack(words).flatMap(({ terms }) => terms));
}

function unpack(words: ToldWords): ToldWord[] {
  const unpacked: ToldWord[] = [];
  for (let at = 0; at < words.length; at += 2 + (words[at + 1] ?? 0)) {
    const terms = [...words.subarray(at + 2, at + 2 + (words[at + 1] ?? 0))];
    unpacked.push({ terms, hasMeaning: words[at] === 1 });
  }
  return unpacked;
}

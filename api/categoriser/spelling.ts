/** Known words, and the nearest trusted one to a slip of the finger. */
export type Spelling = {
  knows(word: string): boolean;
  trusts(word: string): boolean;
  correct(word: string): string;
};

const shortestCorrected = 5;

/** Corrects towards the trusted words, most frequent first: a rare word may itself be a slip. */
export function createSpelling({
  trusted,
  rare,
}: {
  trusted: readonly string[];
  rare: readonly string[];
}): Spelling {
  const trustedWords = new Set(trusted);
  const rareWords = new Set(rare);
  const byLength = groupByLength(trusted);
  return {
    trusts: word => trustedWords.has(word),
    knows: word => trustedWords.has(word) || rareWords.has(word),
    correct: word => (word.length < shortestCorrected || trustedWords.has(word) ? word : nearest(word)),
  };

  function nearest(word: string): string {
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      const found = byLength.get(length)?.find(candidate => isOneSlipAway(word, candidate));
      if (found) return found;
    }
    return word;
  }
}

/** One letter missing, added, replaced, or two neighbours swapped. */
export function isOneSlipAway(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = a.slice(at + 1);
  if (rest === b.slice(at + 1) || rest === b.slice(at) || a.slice(at) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function groupByLength(words: readonly string[]): Map<number, string[]> {
  const groups = new Map<number, string[]>();
  for (const word of words) {
    const group = groups.get(word.length);
    if (group) group.push(word);
    else groups.set(word.length, [word]);
  }
  return groups;
}

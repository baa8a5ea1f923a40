const alreadyPlain = /^[a-z0-9]*$/;

/** Lower case without accents and apostrophes, ß spelled out: `Fußböden` and `FUSSBODEN` become one word. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (alreadyPlain.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** The folded words of a list. */
export function foldedWords(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

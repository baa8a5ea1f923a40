/** Lower case without accents and apostrophes, ß spelled out: `Fußböden` and `FUSSBODEN` become one word. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

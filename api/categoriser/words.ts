/** A word of a report: folded for the model, as typed for people, and how much its clause counts. */
export type Word = { folded: string; typed: string; weight: number; clause: number };

const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|\p{Extended_Pictographic}/gu;
const elision =
  /^(?:l|d|j|qu|n|m|t|s|c|un|dell|all|nell|dall|sull|quest|quell|c|jusqu|lorsqu)['’](?=\p{L})/iu;

const slang = new Map<string, string>();
export function setSlang(m: Map<string, string>) {
  for (const [k, v] of m) slang.set(k, v);
}

const longest = 400;

/** The words of a text in reading order. */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  let last = 0;
  for (const match of text.slice(0, 3000).matchAll(wordPattern)) {
    const gap = text.slice(last, match.index);
    last = match.index + match[0].length;
    if (/[.!?;\n:,–—]|\s-\s/.test(gap)) clause += 1;
    const typed = match[0].replace(elision, '');
    const folded = fold(typed);
    if (folded.length > 40 || words.length >= longest) continue;
    const meant = slang.get(folded) ?? folded;
    for (const part of meant.split(' ').filter(Boolean))
      words.push({ folded: part, typed: typed.toLowerCase(), weight: 1, clause });
  }
  return words;
}

/** Lower case without accents and apostrophes; ß and ligatures spelled out. */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

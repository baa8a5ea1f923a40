import type { Word } from '../reading/words.ts';

const sinces = new Set(['since', 'seit', 'desde', 'depuis', 'dal', 'dalla']);
const articles = new Set(['the', 'dem', 'der', 'el', 'la', 'le']);

type IsSinceInput = { words: readonly Word[]; at: number };

/** Whether a time is when something began that still goes on: "since last week". */
export function isSince({ words, at }: IsSinceInput): boolean {
  const before = words[at - 1]?.folded ?? '';
  return sinces.has(before) || (articles.has(before) && sinces.has(words[at - 2]?.folded ?? ''));
}

/** The Italian "since" that an apostrophe hides, spelled out: "dall’anno scorso". */
export function spellSince(text: string): string {
  return text.replace(/\bdall['’]/giu, 'dalla ');
}

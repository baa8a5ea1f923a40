import { fold } from './fold.ts';

/** A word of a text: as typed, folded for the model, and the clause and sentence it stands in. */
export type Word = { typed: string; folded: string; clause: number; sentence: number };

const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|\p{Extended_Pictographic}/gu;
const clauseEnd = /[.!?;,\n–—]|\s-\s/;
const sentenceEnd = /[.!?\n]/;
const elision = /^(?:l|d|j|qu|n|m|t|s|c|un|dell|all|nell|dall|sull|quest|quell|jusqu|lorsqu)['’](?=\p{L})/iu;

/** Numbers are left out, as rooms and dates say nothing about the problem; these few names stay. */
const nameWithDigits = /^(?:2fa|3d|usb\d?|40[0134]|50[0234])$/;

const maxReadLength = 3000;
const maxWordLength = 40;

/** The words of a text in reading order, slang spelled out. */
export function readWords({ text, slang }: { text: string; slang: ReadonlyMap<string, string> }): Word[] {
  const words: Word[] = [];
  const read = text.slice(0, maxReadLength);
  let clause = 0;
  let sentence = 0;
  let end = 0;
  for (const match of read.matchAll(word)) {
    const between = read.slice(end, match.index);
    if (between.length > 1 && clauseEnd.test(between)) {
      clause += 1;
      if (sentenceEnd.test(between)) sentence += 1;
    }
    end = match.index + match[0].length;
    const typed = match[0].replace(elision, '');
    const folded = fold(typed);
    if (
      folded.length > maxWordLength ||
      (/\d/.test(folded) && !nameWithDigits.test(folded) && !slang.has(folded))
    )
      continue;
    const meanings = (slang.get(folded) ?? folded).split(' ').filter(Boolean);
    for (const meaning of meanings)
      words.push({ typed: typed.toLowerCase(), folded: meaning, clause, sentence });
  }
  return words;
}

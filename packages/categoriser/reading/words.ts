import { fold } from './fold.ts';

/** A word of a text: as typed, folded for the model, where it starts, and the clause, sentence and line it stands in. */
export type Word = {
  line: number;
  typed: string;
  folded: string;
  start: number;
  clause: number;
  sentence: number;
};

const word = /[\p{L}\p{N}]+(?:['’]\p{L}+)*|\p{Extended_Pictographic}/gu;
const clauseEnd = /[.!?;,\n–—]|\s-\s/;
const sentenceEnd = /[.!?\n]/;

/** "Passed on from a student: …" introduces what follows; "wifi: dead" does not. */
const introduction = /:\s/;
const minIntroduction = 4;
const elision = /^(?:l|d|j|qu|n|m|t|s|c|un|dell|all|nell|dall|sull|quest|quell|jusqu|lorsqu)['’](?=\p{L})/iu;

/** Numbers are left out, as rooms and dates say nothing about the problem; these few names stay. */
const nameWithDigits = /^(?:2fa|3d|usb\d?|40[0134]|50[0234])$/;

const maxReadLength = 3000;
const maxWordLength = 40;

/** Every word and number of a text as typed, in small letters and without an article that is elided, and where it starts. */
export function matchWords(text: string): { typed: string; start: number }[] {
  return [...text.matchAll(word)].map(match => ({
    typed: match[0].replace(elision, '').toLowerCase(),
    start: match.index,
  }));
}

/** The words of a text in reading order, slang spelled out. */
export function readWords({ text, slang }: { text: string; slang: ReadonlyMap<string, string> }): Word[] {
  const words: Word[] = [];
  const read = text.slice(0, maxReadLength);
  let clause = 0;
  let line = 0;
  let sentence = 0;
  let wordsInSentence = 0;
  let end = 0;
  for (const match of read.matchAll(word)) {
    const between = read.slice(end, match.index);
    const isIntroduced = introduction.test(between) && wordsInSentence >= minIntroduction;
    if ((between.length > 1 && clauseEnd.test(between)) || between === '\n' || isIntroduced) {
      clause += 1;
      if (sentenceEnd.test(between) || isIntroduced) {
        sentence += 1;
        wordsInSentence = 0;
      }
    }
    wordsInSentence += 1;
    if (between.includes('\n')) line += 1;
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
      words.push({ typed: typed.toLowerCase(), folded: meaning, start: match.index, clause, sentence, line });
  }
  return words;
}

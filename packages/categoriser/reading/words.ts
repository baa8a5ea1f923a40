import { fold } from './fold.ts';
import { stopWords } from './stop-words.ts';

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
/** "1) … 2) …" is read as "1. … 2. …"; what closes a bracket is none. */
const listMark = /(?<=^|\s)(?<!\([^()]{0,60})(\d{1,2}|[a-h])\)(?=\s)/gim;

/** Chat leaves out full stops: there a sentence begins with one of these written large, or with any word after an emoji. */
const openers = new Set([
  ...stopWords,
  ...`let sorry hope best kind cheers congrats lasst meldet sagt hoffe liebe viele beste scusate scusi spero fatemi
  cari tanti buona perdon espero buenos buenas avisadme desole dites bonne bien`.split(/\s+/),
]);
/** Written large in the middle of a German sentence. */
const politePronouns = new Set(['sie', 'ihr', 'ihm', 'ihnen', 'ihre']);
const writtenLarge = /^\p{Lu}\p{Ll}/u;
const emoji = /^\p{Extended_Pictographic}/u;
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
  const read = text.slice(0, maxReadLength).replace(listMark, '$1.');
  let clause = 0;
  let line = 0;
  let sentence = 0;
  let wordsInSentence = 0;
  let end = 0;
  let before = '';
  for (const match of read.matchAll(word)) {
    const between = read.slice(end, match.index);
    const isBegun =
      (introduction.test(between) && wordsInSentence >= minIntroduction) ||
      opensSentence({ typed: match[0], before });
    if ((between.length > 1 && clauseEnd.test(between)) || between === '\n' || isBegun) {
      clause += 1;
      if (sentenceEnd.test(between) || isBegun) {
        sentence += 1;
        wordsInSentence = 0;
      }
    }
    wordsInSentence += 1;
    before = match[0];
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

/** Whether a word without a full stop before it begins a sentence all the same. */
function opensSentence({ typed, before }: { typed: string; before: string }): boolean {
  if (!writtenLarge.test(typed) || before === '' || writtenLarge.test(before)) return false;
  if (emoji.test(before)) return true;
  const folded = fold(typed);
  return openers.has(folded) && !politePronouns.has(folded);
}

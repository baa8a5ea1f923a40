import { fold } from './fold.ts';
import {
  addresseeWords,
  contactWords,
  greetingWords,
  joiningWords,
  roleWords,
  sentenceWords,
  unitWords,
} from './wrapping-words.ts';

const closing =
  /(?:(?:best|kind|kindest|warm|warmest|many) (?:regards|wishes|greetings)|regards|yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|all the best|(?:mit )?(?:freundlichen?|besten?|vielen?|lieben?|herzlichen?|sch(?:ö|oe)nen?) gr(?:ü|ue)(?:ß|ss)en?|freundliche gr(?:ü|ue)(?:ß|ss)e|mfg|hochachtungsvoll|(?:cordiali|distinti|cari|tanti|migliori|un caro|molti) salut[io]|cordialmente|in fede|(?:un |muchos |atentos )?(?:cordial(?:es)? )?saludos?|atentamente|un abrazo|(?:bien )?cordialement|(?:meilleures |cordiales |sinc[èe]res )salutations|bien [àa] vous|respectueusement|salutations)(?!\p{L})/giu;

/** These end a report only with nothing but a signature behind them. */
const shortClosing =
  /(?:many thanks|thank you|thanks|thx|cheers|best|lg|vg|lieben? gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|vielen dank|danke|grazie(?: mille)?|saluti|gracias|saludos|merci(?: d'avance)?|a presto|yours)(?!\p{L})/giu;

const delimiter = /^\s*(?:--+|__+|==+|\*\*+|~~+|—+)\s*$/;
/** A longer text behind a closing formula is no signature. */
const maxSignatureLength = 500;
const maxFieldWords = 8;
/** So many are kept. */
const twoWords = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u;
/** "Hi, good morning, dear team!" */
const maxGreetings = 3;
const fieldEnd = /[,|·•;/()\n–—]|\s-\s|(?<=\p{L}{3})\.\s|\s:\s/gu;
const word = /[\p{L}\p{N}]+/gu;

/** The text without its greeting and its signature, with or without a closing formula; never without all its words. */
export function removeSignature(text: string): string {
  const body = removeGreetings({ text, left: maxGreetings });
  const end = [endAtClosing, endAtDelimiter, endAtFields].reduce((kept, findEnd) => {
    const shorter = kept.slice(0, findEnd(kept));
    return twoWords.test(shorter) ? shorter : kept;
  }, body);
  return /[\p{L}\p{N}]/u.test(end) ? end : text;
}

function removeGreetings({ text, left }: { text: string; left: number }): string {
  const body = removeGreeting(text);
  return body === text || left === 1 ? body : removeGreetings({ text: body, left: left - 1 });
}

function removeGreeting(text: string): string {
  const match = /^[^\p{L}]{0,20}([^,!.:;\n–—]{2,60})[,!.:;\n–—]/u.exec(text);
  const [first, ...rest] = wordsOf(match?.[1] ?? '');
  if (!match || first === undefined || !greetingWords.has(fold(first)) || rest.length > maxFieldWords)
    return text;
  const isGreeting = rest.every(one => {
    const folded = fold(one);
    return greetingWords.has(folded) || addresseeWords.has(folded) || isCapitalised(one);
  });
  return isGreeting ? text.slice(match[0].length) : text;
}

function endAtClosing(text: string): number {
  for (const { index, 0: formula } of text.matchAll(closing)) {
    const after = text.slice(index + formula.length);
    if (after.length > maxSignatureLength || !opensPart({ text, index })) continue;
    if (/^\s*(?:$|[\n,.!;:–—(-]|\p{Lu})/u.test(after)) return index;
  }
  for (const { index, 0: formula } of text.matchAll(shortClosing)) {
    const after = text.slice(index + formula.length);
    if (after.length > maxSignatureLength || !opensPart({ text, index })) continue;
    if (isAllSignature(after)) return index;
  }
  return text.length;
}

/** Whether a formula begins a line or a sentence, or is written large. */
function opensPart({ text, index }: { text: string; index: number }): boolean {
  const before = text.slice(Math.max(0, index - 4), index).trimEnd();
  if (text[index - 1] === '\n' || before === '' || /[\p{P}\p{Extended_Pictographic}]$/u.test(before))
    return true;
  return /\p{Lu}/u.test(text[index] ?? '') && /\s/.test(text[index - 1] ?? ' ');
}

function endAtDelimiter(text: string): number {
  let start = 0;
  for (const line of text.split('\n')) {
    const after = text.slice(start + line.length);
    if (start > 0 && delimiter.test(line) && after.length <= maxSignatureLength) {
      if (line.trim() === '--' || [...fieldsOf(after)].some(({ field }) => isStrong(field))) return start;
    }
    start += line.length + 1;
  }
  return text.length;
}

/** Where the fields at the end begin that are all names, units, rooms and numbers, one of them surely of a signature. */
function endAtFields(text: string): number {
  const from = Math.max(0, text.length - maxSignatureLength);
  const fields = [...fieldsOf(text.slice(from))];
  let first = fields.length;
  while (first > 0 && isSignature(fields[first - 1]?.field ?? '')) first -= 1;
  const tail = fields.slice(first);
  return tail.some(({ field }) => isStrong(field)) ? from + (tail[0]?.start ?? 0) : text.length;
}

type Field = { field: string; start: number };

function* fieldsOf(text: string): Generator<Field> {
  let start = 0;
  for (const match of text.matchAll(fieldEnd)) {
    yield { field: text.slice(start, match.index), start };
    start = match.index + match[0].length;
  }
  yield { field: text.slice(start), start };
}

/** Reads no further than to the first field that is of no signature: a text may hold a closing on each line. */
function isAllSignature(text: string): boolean {
  for (const { field } of fieldsOf(text)) if (!isSignature(field)) return false;
  return true;
}

function isSignature(field: string): boolean {
  const words = wordsOf(field);
  if (words.length > maxFieldWords) return false;
  return isUnit(words) || words.every(isOfSignature);
}

function isOfSignature(typed: string): boolean {
  const folded = fold(typed);
  if (/\d/.test(typed)) return true;
  if (sentenceWords.has(folded)) return false;
  return (
    isCapitalised(typed) || joiningWords.has(folded) || contactWords.has(folded) || roleWords.has(folded)
  );
}

/** Fields that stand in no report: a unit with its name, a role beside others, a telephone number. */
function isStrong(field: string): boolean {
  const words = wordsOf(field);
  if (isUnit(words)) return true;
  const digits = field.replace(/\D/g, '').length;
  if (digits >= 6 && words.length <= maxFieldWords) return true;
  const folded = words.map(fold);
  if (
    /^(?:tel|telephone|phone|fon|telefon|telefono|fax|ext|durchwahl|interno)$/.test(folded[0] ?? '') &&
    digits >= 3
  )
    return true;
  const isName = words.length >= 2 && words.every(isOfSignature);
  return isName && folded.some(one => roleWords.has(one) || unitWords.has(one));
}

/** "Chair of Computer Networks" in any case: a unit, a joining word, and no sentence. */
function isUnit(words: readonly string[]): boolean {
  const [first = '', second = ''] = words.map(fold);
  return (
    words.length > 2 &&
    words.length <= maxFieldWords &&
    unitWords.has(first) &&
    joiningWords.has(second) &&
    !words.some(one => sentenceWords.has(fold(one)) && !joiningWords.has(fold(one)))
  );
}

function isCapitalised(typed: string): boolean {
  return /^\p{Lu}/u.test(typed) && (typed.length < 4 || typed !== typed.toUpperCase());
}

function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

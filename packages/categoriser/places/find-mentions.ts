import type { Meaning, Node } from './place-index.ts';
import { type PlaceWord, placeWords } from './place-words.ts';
import * as telling from './telling-words.ts';

/**
 * Words of a text that are a form of the campus file: from the word `from` up to the word before `to`. Unsure is a number
 * that nothing announces: it is a room only beside a name.
 */
export type Mention = { from: number; to: number; meaning: Meaning; isUnsure: boolean };

type FindMentionsInput = { index: Node; text: string; isLocation: boolean };

/** What a text says of places, in its order, with its words; a longer form hides the shorter ones within. */
export function findMentions(input: FindMentionsInput): { words: PlaceWord[]; mentions: Mention[] } {
  const { index, text, isLocation } = input;
  const words = placeWords(text.replace(/\S+/g, token => (isAddress(token) ? ' ' : token)));
  const isShouted = text === text.toUpperCase();
  const found: Mention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const mention = longestAt({ index, words, at });
    if (mention === undefined) continue;
    const asking = { words, mention, before: found.at(-1), isLocation, isShouted };
    if (isMeant(asking)) found.push({ ...mention, isUnsure: !isLocation && isUnannounced(asking) });
    at = mention.to - 1;
  }
  const starts = new Set(found.map(({ from }) => from));
  const ends = new Set(found.map(({ to }) => to));
  return { words, mentions: found.filter(mention => standsAlone({ words, mention, starts, ends })) };
}

/** The page of the library in the web is not in the library. */
function isAddress(token: string): boolean {
  if (token.includes('@') || token.includes('://')) return true;
  const [start = ''] = /[\p{L}\p{N}].*/u.exec(token) ?? [];
  if (/^www\./i.test(start) || (/^\p{L}/u.test(start) && token.startsWith('#'))) return true;
  return /\p{L}/u.test(start) && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]{2,}){2,}/u.test(start);
}

type LongestAtInput = { index: Node; words: PlaceWord[]; at: number };

type Found = Omit<Mention, 'isUnsure'>;

function longestAt({ index, words, at }: LongestAtInput): Found | undefined {
  let node: Node | undefined = index;
  let longest: Found | undefined;
  for (let to = at; to < words.length; to += 1) {
    const word = words[to];
    if (word === undefined || (to > at && !joins({ gap: word.gap, before: words[to - 1] }))) break;
    node = node.next.get(word.folded);
    if (node === undefined) break;
    if (node.meaning !== undefined) longest = { from: at, to: to + 1, meaning: node.meaning };
  }
  return longest;
}

type JoinsInput = { gap: string; before: PlaceWord | undefined };

/** Whether words with this between them may be one form: no sentence ends there. */
function joins({ gap, before }: JoinsInput): boolean {
  if (!/^[\s\-–_./,'’&]{0,4}$/u.test(gap) || gap.includes('\n')) return false;
  return !/\.\s/.test(gap) || (before?.folded.length ?? 0) <= 3;
}

type IsMeantInput = {
  words: PlaceWord[];
  mention: Found;
  before: Mention | undefined;
  isLocation: boolean;
  isShouted: boolean;
};

/** Whether these words speak of a place at all, where they may also be something else. */
function isMeant(input: IsMeantInput): boolean {
  const { words, mention } = input;
  const said = words.slice(mention.from, mention.to);
  const [first] = said;
  if (first === undefined) return false;
  if (isBare(input)) return isNumberMeant(input);
  if (said.length === 1 && first.folded.length <= 2) return isShortFormMeant({ ...input, word: first });
  for (let at = mention.from + 1; at < mention.to; at += 1)
    if (!isLetterMeant({ asking: input, at })) return false;
  return true;
}

/** A number without a name: "2.14", "B.07", "A1". */
function isBare({ words, mention: { from, to, meaning } }: IsMeantInput): boolean {
  const said = words.slice(from, to).map(({ folded }) => folded);
  if (said.every(folded => !/\p{L}/u.test(folded))) return true;
  const isPart = (folded: string) => folded.length === 1 || /\p{N}/u.test(folded);
  return meaning.named.size === 0 && said.every(isPart) && said.some(folded => /\p{N}/u.test(folded));
}

/** "IT" is not "it", nor is it in capitals, and "A" alone is a place only where a place is asked for. */
function isShortFormMeant(input: IsMeantInput & { word: PlaceWord }): boolean {
  const { word, mention, isLocation, isShouted } = input;
  const isAsWritten = mention.meaning.written.has(word.written);
  if (word.folded.length === 1) return isLocation && isAsWritten;
  return isLocation || (isAsWritten && !isShouted);
}

/** A number is a room unless its neighbours make it a time, an amount or a floor; a whole number only after "room". */
function isNumberMeant({ words, mention: { from, to }, before, isLocation }: IsMeantInput): boolean {
  const first = words[from];
  const previous = words[from - 1]?.folded ?? '';
  const next = words[to]?.folded ?? '';
  if (first === undefined) return false;
  if (/[€$£#]/.test(first.gap.slice(-2)) || /^\s?[€$£%°]/.test(words[to - 1]?.after ?? '')) return false;
  if (telling.roomWords.has(previous) || before?.to === from) return true;
  if (telling.afterOtherNumbers.has(next) || telling.floorWords.has(previous)) return false;
  return isLocation || (!/^\d+$/.test(first.folded) && !telling.beforeOtherNumbers.has(previous));
}

/** Nothing before a number says that it is a room: "exercise 2.14", but not "in 2.14" and "rooms 1.01 and 2.14". */
function isUnannounced(input: IsMeantInput): boolean {
  const { words, mention, before } = input;
  if (!isBare(input)) return false;
  const [earlier = '', previous = ''] = [-2, -1].map(step => words[mention.from + step]?.folded);
  if (telling.roomWords.has(previous) || telling.placePrepositions.has(previous)) return false;
  if (telling.articles.has(previous) && telling.placePrepositions.has(earlier)) return false;
  const from = telling.andWords.has(previous) ? mention.from - 1 : mention.from;
  return before?.to !== from || before.isUnsure;
}

type IsLetterMeantInput = { asking: IsMeantInput; at: number };

/** In "this building a window is broken" the letter is an article, and no building. */
function isLetterMeant({ asking, at }: IsLetterMeantInput): boolean {
  const { words, isLocation, isShouted } = asking;
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || word.folded.length > 1 || /\p{N}/u.test(word.folded)) return true;
  if (!/^[\s-]+$/.test(word.gap)) return false;
  if (isLocation || !/^[aeiouy]$/.test(word.folded)) return true;
  if (word.written !== word.folded && !isShouted) return true;
  return next === undefined || !/^\s+$/.test(next.gap) || telling.afterLetters.has(next.folded);
}

type StandsAloneInput = { words: PlaceWord[]; mention: Mention; starts: Set<number>; ends: Set<number> };

/** "B-2.14" and "building A/B" are something else than 2.14 and building A; "building A-2.14" is both. */
function standsAlone({ words, mention: { from, to }, starts, ends }: StandsAloneInput): boolean {
  const isGlued = ({ gap, word }: { gap: string | undefined; word: PlaceWord | undefined }) =>
    word !== undefined &&
    /^[-/._]$/.test(gap ?? '') &&
    (word.folded.length === 1 || /\p{N}/u.test(word.folded));
  const before = isGlued({ gap: words[from]?.gap, word: words[from - 1] });
  const after = isGlued({ gap: words[to]?.gap, word: words[to] });
  return (!before || ends.has(from)) && (!after || starts.has(to));
}

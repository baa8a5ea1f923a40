import { fold } from './fold.ts';
import { whereaboutsWords } from './whereabouts-words.ts';
import {
  attachingWords,
  attachmentNouns,
  availabilityWords,
  contactLeadWords,
  deviceWords,
  footerWords,
  pictureRemarkWords,
  pictureWords,
  remarkWords,
  sendingWords,
  surelyAttachingWords,
  writerWords,
} from './wrapping-words.ts';

type Token = { typed: string; folded: string };

const word = /[\p{L}\p{N}]+/gu;
const part = /[^.!?;:,()[\]|\n–—]+/gu;
const phoneNumber = /\+?\d[\d ()/-]{6,24}\d/gu;
/** How far from a number the words that say whose it is, and when to call, are looked for, in characters. */
const nearNumber = 60;
/** A word that says what a number is for: "Call me: +49 351 …", "Mobile 07700 …". */
const contactWord =
  /^(?:call|phone|telephone|ring|text|reach|mob|tel|cell|whatsapp|signal|handy|fon|ruf|anruf|erreich|chiam|llam|movil|appel|join|joign|portable)/;
/** These are done to a number that is reported about, too: "I cannot reach 0351 …". */
const contactVerb = /^(?:call|ring|text|reach|ruf|anruf|erreich|chiam|llam|appel|join|joign)/;
/** "Chiamatemi", "llámenme". */
const contactVerbWithMe = /^(?:chiam\w*(?:mi|ci)|llam\w*(?:me|nos))$/;
const time = /^\d{1,2}(?:[h:.]?\d{0,2})(?:h|am|pm|uhr)?$/;
/** A sentence of politeness, short enough to hold nothing else. */
const politeness =
  /^\W{0,3}(?:sorry (?:to|for) (?:bother|disturb|troubl|interrupt)|(?:please )?(?:let (?:me|us) know|(?:do not|don['’]t) hesitate|feel free)|entschuldig\w* die störung|melde[nt]? (?:euch|dich|sie sich)|bei (?:rück)?fragen|scus\w+ (?:il|per il|se) disturb|happy to (?:hop|jump|get) on a |resto a disposizione|se serve altro|perd\w+ (?:por )?(?:la |las )?molest|quedo a (?:su|vuestra|tu) dispo|désolée? de vous|pardon de vous|n['’]hésitez pas|je reste à)/iu;
/** "Excuse typos, written on my mobile" names all three. */
const excuse = /^(?:excus|sorry|forgiv|pardon|courtesy|blame|entschuldig|verzeih|scus|perdon|disculp|desole)/;
const typo = /^(?:typos?|tippfehler|vertipper|autokorrektur|autocorrect|refusi?|battitura|erratas?|frappe)$/;
/** "(she/her)", "Pronouns: they/them". */
const pronouns =
  /[([]\s?(?:she|he|they|sie|er|lei|lui|ella|él|elle|il|iel)(?:\s?\/\s?\p{L}{1,5}){0,2}\s?[)\]]|(?:my |meine |i miei |mis |mes )?(?:pronouns?|pronomen|pronomi|pronombres|pronoms)\s?:\s?\p{L}{1,5}(?:\s?\/\s?\p{L}{1,5}){1,2}/giu;
const contrast = /(?:^|\s)(?:but|aber|ma|pero|mais)\s/i;
const maxPoliteWords = 12;
const maxSentence = 400;
const maxRemarkWords = 14;
/** No remark is shorter, in characters: a text in many lines is read quickly. */
const minRemark = 4;

/** The text without device footers, remarks on attachments, numbers to call and politeness. */
export function removeRemarks(text: string): string {
  const words = [...new Set(wordsOf(text))].map(fold);
  const mayExcuse = words.some(one => excuse.test(one));
  const left = withoutContacts(text)
    .replace(pronouns, ' ')
    .replace(/[^.!?\n]{4,}/gu, sentence => (mayExcuse && excusesTypos(sentence) ? ' ' : sentence))
    .replace(/[^.!?,;\n]{4,}/gu, withoutPoliteness);
  return mayRemark(words) ? withoutRemarks(left) : left;
}

/** Whether a text of these folded words may hold a device footer or a remark on attachments: most hold none. */
function mayRemark(words: readonly string[]): boolean {
  const says = (meant: ReadonlySet<string>) => words.some(one => meant.has(one));
  return (says(sendingWords) && says(deviceWords)) || (says(attachingWords) && says(attachmentNouns));
}

function withoutRemarks(text: string): string {
  let endOfRemark = -1;
  return text.replace(part, (stretch, at: number) => {
    const goesOn = at === endOfRemark + 1 && isAboutPictures(stretch);
    const left = goesOn ? ' ' : withoutRemark(stretch);
    if (goesOn || left !== stretch) endOfRemark = at + stretch.length;
    return left;
  });
}

/** Without the numbers at which the writer can be called, up to the end of the sentence; a number that is reported about stays. */
function withoutContacts(text: string): string {
  let kept = '';
  let from = 0;
  for (const { index, 0: number } of text.matchAll(phoneNumber)) {
    const end = index + number.length;
    const [tail = ''] = /^[^.!?\n)]*/u.exec(text.slice(end, end + nearNumber)) ?? [];
    const start = startOfContact(text.slice(Math.max(from, index - nearNumber), index));
    if (start === undefined || !wordsOf(tail).map(fold).every(isAvailability)) continue;
    kept += `${text.slice(from, index - start)} `;
    from = end + tail.length;
  }
  return kept + text.slice(from);
}

/** How many characters before a number belong to it; undefined where nothing says that somebody can be called there. */
function startOfContact(before: string): number | undefined {
  const isOfContact = ({ folded }: Token) => contactWord.test(folded) || contactLeadWords.has(folded);
  const words = wordsOf(before);
  const lead = tailOf(words, isOfContact);
  if (!lead.some(({ folded }) => contactWord.test(folded))) return undefined;
  const start = startOf({ text: before, word: words.length - lead.length });
  const isAsked = /(?:^|[\p{P}\n])\s*$/u.test(before.slice(0, start)) || lead.some(isAsking);
  return isAsked ? before.length - start : undefined;
}

/** Whether a word before a number says that it is the writer who wants to be called there. */
function isAsking({ folded }: Token): boolean {
  if (contactVerb.test(folded)) return contactVerbWithMe.test(folded);
  return contactWord.test(folded) || writerWords.has(folded);
}

function isAvailability(folded: string): boolean {
  return availabilityWords.has(folded) || time.test(folded);
}

function wordsOf(text: string): readonly string[] {
  return text.match(word) ?? [];
}

/** Where a word of a text starts, by its index; where there is none, the end. */
function startOf({ text, word: at }: { text: string; word: number }): number {
  return [...text.matchAll(word)][at]?.index ?? text.length;
}

function withoutPoliteness(sentence: string): string {
  const isPolite = politeness.test(sentence.slice(0, maxSentence)) && !contrast.test(sentence);
  return isPolite && sentence.trim().split(/\s+/).length <= maxPoliteWords ? ' ' : sentence;
}

function excusesTypos(sentence: string): boolean {
  const words = wordsOf(sentence.slice(0, maxSentence));
  if (words.length > maxPoliteWords) return false;
  const said = words.map(fold);
  return (
    said.some(one => excuse.test(one)) &&
    said.some(one => typo.test(one)) &&
    said.some(one => deviceWords.has(one))
  );
}

function withoutRemark(stretch: string): string {
  if (stretch.length < minRemark) return stretch;
  const words = wordsOf(stretch);
  const cut = Math.min(startOfFooter(words), startOfAttachment(words));
  return cut < words.length ? `${stretch.slice(0, startOf({ text: stretch, word: cut }))} ` : stretch;
}

/** The index of the first word of a device footer at the end, or the number of words. */
function startOfFooter(words: readonly string[]): number {
  const tail = tailOf(
    words,
    ({ folded, typed }) =>
      sendingWords.has(folded) || deviceWords.has(folded) || footerWords.has(folded) || isName(typed),
  );
  const sending = tail.findIndex(({ folded }) => sendingWords.has(folded));
  if (sending < 0 || !tail.some(({ folded }) => deviceWords.has(folded))) return words.length;
  // What stands before "sent" belongs to the report, unless "sent" stands last, as in German.
  const opening = tail.findIndex(
    ({ folded }) => sendingWords.has(folded) || /^(?:von|vom|dies|diese)$/.test(folded),
  );
  return words.length - tail.length + Math.min(sending, opening);
}

/** The index of the first word of a remark on attachments at the end, or the number of words. */
function startOfAttachment(words: readonly string[]): number {
  const tail = tailOf(
    words,
    ({ folded }) =>
      attachmentNouns.has(folded) ||
      attachingWords.has(folded) ||
      remarkWords.has(folded) ||
      /^\d+$/.test(folded),
  );
  const hasNoun = tail.some(({ folded }) => attachmentNouns.has(folded));
  const pointing = tail.findIndex(({ folded }) => attachingWords.has(folded));
  if (!hasNoun || pointing < 0 || tail.length > maxRemarkWords) return words.length;
  if (tail.length === words.length) return 0;
  const surely = tail.findIndex(({ folded }) => surelyAttachingWords.has(folded));
  const seen = tail.findIndex(
    ({ folded }, at) =>
      /^(?:see|siehe|vedi|ver|voir|cf)$/.test(folded) && attachmentNouns.has(tail[at + 1]?.folded ?? ''),
  );
  const found = surely >= 0 ? surely : seen;
  if (found < 0) return words.length;
  const isNamedBefore = attachmentNouns.has(tail[found - 1]?.folded ?? '');
  return words.length - tail.length + found - (isNamedBefore ? 1 : 0);
}

/** "…, sorry for the quality", behind a remark on attachments. */
function isAboutPictures(stretch: string): boolean {
  const words = wordsOf(stretch);
  if (words.length > maxRemarkWords) return false;
  const said = words.map(fold);
  return (
    said.some(one => pictureWords.has(one)) &&
    said.every(
      one =>
        pictureWords.has(one) ||
        pictureRemarkWords.has(one) ||
        remarkWords.has(one) ||
        whereaboutsWords.has(one),
    )
  );
}

/** The last words of a text for which `isOfTail` holds. */
function tailOf(words: readonly string[], isOfTail: (token: Token) => boolean): Token[] {
  const tail: Token[] = [];
  for (const typed of words.toReversed()) {
    const token = { typed, folded: fold(typed) };
    if (!isOfTail(token)) break;
    tail.push(token);
  }
  return tail.reverse();
}

/** Names and numbers of models, written large or with digits. */
function isName(typed: string): boolean {
  return /\d/.test(typed) || (/^\p{Lu}/u.test(typed) && typed.length <= 2);
}

import { fold } from './fold.ts';
import {
  attachingWords,
  attachmentNouns,
  deviceWords,
  footerWords,
  remarkWords,
  sendingWords,
  surelyAttachingWords,
} from './wrapping-words.ts';

type Token = { start: number; typed: string; folded: string };

const word = /[\p{L}\p{N}]+/gu;
const part = /[^.!?;:,()[\]|\n–—]+/gu;
const notice =
  /^\W{0,4}(?:this|these|the information|if you are not|dies|il presente|quest|este|esta|se lei|si no es|si vous|si usted|ce |cet|wenn sie nicht|falls sie nicht|le informazioni|les informations|la informaci)/i;
const noticeWords =
  /confidential|privileged|intended|recipient|vertraulich|empf[äa]nger|riservat|confidenzial|destinatari|confidencial|confidentiel|destinataire/i;
const printing =
  /before printing|vor dem (?:aus)?druck|prima di stampare|antes de imprimir|avant d['’]imprimer|think before you print/i;
/** "Call me: +49 351 …", "Mobile 07700 …": a number with at most a few words around it. */
const contact = /(?:^|(?<=[.!?\n(]))[^.!?\n\d]{0,30}\+?\d[\d ()/-]{6,24}\d(?:[^.!?\n]{0,20}(?=$|[.!?\n)]))/gu;
const contactWord =
  /(?:call|phone|ring|reach|text|mobil|tel|cell|whatsapp|handy|ruf|anruf|erreich|chiam|cellulare|llam|móvil|movil|appel|joi|portable|fon)/iu;
/** A sentence of politeness, short enough to hold nothing else. */
const politeness =
  /^\W{0,3}(?:sorry (?:to|for) (?:bother|disturb|troubl|interrupt)|(?:please )?(?:let (?:me|us) know|(?:do not|don['’]t) hesitate|feel free)|entschuldig\w* die störung|melde[nt]? (?:euch|dich|sie sich)|bei (?:rück)?fragen|scus\w+ (?:il|per il|se) disturb|resto a disposizione|se serve altro|perd\w+ (?:por )?(?:la |las )?molest|quedo a (?:su|vuestra|tu) dispo|désolée? de vous|pardon de vous|n['’]hésitez pas|je reste à)/iu;
const contrast = /(?:^|\s)(?:but|aber|ma|pero|mais)\s/i;
const maxPoliteWords = 12;
const maxNotice = 400;
const maxRemarkWords = 14;
/** The shortest remark is longer than this, in characters. */
const minRemark = 4;

/** The text without device footers, remarks on attachments, and notices below mails. */
export function removeRemarks(text: string): string {
  return text
    .replace(contact, found => (contactWord.test(found) ? ' ' : found))
    .replace(/[^.!?\n]+/gu, withoutNotice)
    .replace(/[^.!?,;\n]+/gu, withoutPoliteness)
    .replace(part, withoutRemark);
}

function withoutNotice(sentence: string): string {
  const opening = sentence.slice(0, maxNotice);
  return printing.test(opening) || (notice.test(opening.trimStart()) && noticeWords.test(opening))
    ? ' '
    : sentence;
}

function withoutPoliteness(sentence: string): string {
  const isPolite = politeness.test(sentence.slice(0, maxNotice)) && !contrast.test(sentence);
  return isPolite && sentence.trim().split(/\s+/).length <= maxPoliteWords ? ' ' : sentence;
}

function withoutRemark(stretch: string): string {
  if (stretch.length < minRemark) return stretch;
  const tokens: Token[] = [];
  for (const match of stretch.matchAll(word))
    tokens.push({ start: match.index, typed: match[0], folded: fold(match[0]) });
  const from = Math.min(startOfFooter(tokens), startOfAttachment(tokens));
  const cut = tokens[from];
  return cut ? `${stretch.slice(0, cut.start)} ` : stretch;
}

/** The index of the first word of a device footer at the end, or the number of words. */
function startOfFooter(tokens: readonly Token[]): number {
  const start = startOfTail(
    tokens,
    ({ folded, typed }) =>
      sendingWords.has(folded) || deviceWords.has(folded) || footerWords.has(folded) || isName(typed),
  );
  const tail = tokens.slice(start);
  const sending = tail.findIndex(({ folded }) => sendingWords.has(folded));
  if (sending < 0 || !tail.some(({ folded }) => deviceWords.has(folded))) return tokens.length;
  // What stands before "sent" belongs to the report, unless "sent" stands last, as in German.
  const opening = tail.findIndex(
    ({ folded }) => sendingWords.has(folded) || /^(?:von|vom|dies|diese)$/.test(folded),
  );
  return start + Math.min(sending, opening);
}

/** The index of the first word of a remark on attachments at the end, or the number of words. */
function startOfAttachment(tokens: readonly Token[]): number {
  const isOfRemark = ({ folded }: Token) =>
    attachmentNouns.has(folded) ||
    attachingWords.has(folded) ||
    remarkWords.has(folded) ||
    /^\d+$/.test(folded);
  const start = startOfTail(tokens, isOfRemark);
  const tail = tokens.slice(start);
  const hasNoun = tail.some(({ folded }) => attachmentNouns.has(folded));
  const pointing = tail.findIndex(({ folded }) => attachingWords.has(folded));
  if (!hasNoun || pointing < 0 || tail.length > maxRemarkWords) return tokens.length;
  if (start === 0) return 0;
  const surely = tail.findIndex(({ folded }) => surelyAttachingWords.has(folded));
  const seen = tail.findIndex(
    ({ folded }, at) =>
      /^(?:see|siehe|vedi|ver|voir|cf)$/.test(folded) && attachmentNouns.has(tail[at + 1]?.folded ?? ''),
  );
  const found = surely >= 0 ? surely : seen;
  if (found < 0) return tokens.length;
  const isNamedBefore = attachmentNouns.has(tail[found - 1]?.folded ?? '');
  return start + found - (isNamedBefore ? 1 : 0);
}

function startOfTail(tokens: readonly Token[], isOfTail: (token: Token) => boolean): number {
  let start = tokens.length;
  while (start > 0 && isOfTail(tokens[start - 1] as Token)) start -= 1;
  return start;
}

/** Names and numbers of models, written large or with digits. */
function isName(typed: string): boolean {
  return /\d/.test(typed) || (/^\p{Lu}/u.test(typed) && typed.length <= 2);
}

import { fold } from './fold.ts';
import { companyForm, denyingWords, firstPersonWords, noticeStems, registerStems } from './notice-words.ts';

/** What a notice is called, before a colon or on a line of its own. */
const heading =
  /^\W{0,8}(?:(?:confidentiality|legal|privacy|data protection|important|email|e-mail)\s){0,2}(?:notice|disclaimer|statement|confidentiality)\W{0,4}(?::|$)|^\W{0,8}(?:(?:rechtlicher |wichtiger )?hinweis|vertraulichkeits(?:hinweis|erklärung|vermerk)|haftungsausschluss|datenschutz(?:hinweise?|erklärung)|avviso (?:di riservatezza|legale|importante)|(?:clausola|nota) di riservatezza|informativa(?: sulla)? privacy|aviso (?:legal|de (?:confidencialidad|privacidad)|importante)|cl[áa]usula (?:legal|de confidencialidad)|confidencialidad|avis (?:de confidentialité|légal|important)|(?:clause|mention|note) (?:de confidentialité|légale)|mentions légales|confidentialité)\W{0,4}(?::|$)/iu;

/** How a notice begins that has no heading. */
const opening =
  /^\W{0,4}(?:this (?:[\p{L}-]{1,14} ){0,2}(?:e-?mail|message|mail|communication|transmission|document)|(?:all |the |any )?(?:information|content)|if you are not|dies\p{L}{1,2} (?:e-?mail|mail|nachricht)|die in dieser|sollten sie|wenn sie nicht|falls sie nicht|il presente|quest\p{L}{1,2} (?:e-?mail|mail|messaggio|comunicazione|documento)|se lei|le informazioni|est[ea] (?:e-?mail|mensaje|correo|comunicación|documento)|si no es|si usted|la información|cet? (?:e-?mail|mail|message|courriel|document)|si vous|les informations|pursuant to|in accordance with|ai sensi|gemäß|de conformidad|en cumplimiento|conformément)/iu;
const noticeWords =
  /confidential|privileged|intended|recipient|vertraulich|empf[äa]nger|riservat|confidenzial|destinatari|confidencial|confidentiel|destinataire/i;
const printing =
  /before printing|vor dem (?:aus)?druck|bevor sie diese e?-?mail (?:aus)?druck|prima di stampare|antes de imprimir|avant d['’]imprimer|think before you print/i;

/** "You are receiving this because you are subscribed to …": another reason may be a problem. */
const subscribed =
  /^\W{0,4}(?:you (?:are |have )?(?:receiv|got)|(?:sie|du) (?:erhalt|erhält|bekomm)|(?:hai |avete |ha )?ricev|(?:has |ha )?recib|vous (?:recevez|avez reçu))[^\n]{0,80}(?:subscri|mailing list|newsletter|verteiler|abonn|angemeldet|iscritt|suscri|inscrit|abonné)/iu;
const unsubscribing =
  /^\W{0,4}(?:[^\n]{0,30}(?:(?:to |no longer (?:wish|want|like) to )(?:stop )?receiv(?:e|ing) (?:these|this|our|further|more|any|e-?mails)|(?:möchte|will|wollen)\p{L}{0,3} (?:sie |du )?keine[^\n]{0,20}(?:e?-?mails?|newsletter|nachrichten)[^\n]{0,10} (?:erhalten|bekommen)|non (?:desider|vuo|vol)\p{L}{1,4} più ricevere|no (?:dese|quier)\p{L}{1,3} (?:seguir )?recib|ne (?:souhait|voul|désir)\p{L}{1,3} plus recevoir)|(?:to|if you (?:no longer )?(?:wish|want|would like) [^\n]{0,40}) unsubscribe|(?:um sich )?(?:abzumelden|zum abmelden)|um (?:den newsletter|sich vom newsletter) abzu|per (?:cancellar|disiscriver|annullar)|para (?:dar(?:se|te) de baja|cancelar (?:su|tu) suscripción)|pour (?:vous|te) désabonner|pour vous désinscrire)/iu;

const following =
  /^\W{0,4}(?:(?:please |also )?(?:follow|like|find|join|visit|connect with) us|folg(?:en sie|t|e) uns|(?:besuch|find)\p{L}{1,3} (?:sie |ihr )?uns|segui(?:ci|teci)|s[íi]guenos|s[íi]ganos|seguidnos|(?:suivez|retrouvez|rejoignez)[ -]nous)[^\n]{0,40}(?:facebook|instagram|linkedin|youtube|twitter|tiktok|mastodon|bluesky|whatsapp|social|netzwerk|redes|réseaux| x(?:$|\W))/iu;

/** "Please do not feel obliged to reply outside your own hours." */
const unhurried =
  /(?:do not|don['’]t|no need to) feel (?:obliged|obligated|pressured|expected|any (?:pressure|obligation)|you have) to (?:reply|respond|answer)|fühl\w* (?:sie |dich |euch |ihr ){0,2}(?:sich )?(?:bitte )?nicht verpflichtet|non (?:sentir\w{1,4}|si senta|vi sentiate) (?:obbligat|in obbligo|tenut)|no (?:se |te |os )?s(?:ienta|ientas|intáis|ientan) (?:en la obligación|obligad)|ne (?:vous |te )?sent\w{1,4}(?:-vous)? pas (?:obligé|dans l['’]obligation)|^\W{0,4}(?:my|our) working (?:hours|days|pattern|week)[^\n]{0,40}(?:yours|your own)/iu;

const word = /[\p{L}\p{N}]+/gu;
const maxRead = 400;
const maxHeading = 60;
const minStems = 2;
const maxFooterWords = 16;

/**
 * The text without notices about confidentiality, lists, printing and companies, each whole, as half of one reads like a
 * report; without a heading only below other words.
 */
export function removeNotices(text: string): string {
  let state: State = { isNotice: false, isBelow: false };
  return text
    .split('\n')
    .flatMap((line, at, lines) => {
      if (line.trim() === '') state.isNotice &&= isHeading(lines[at - 1] ?? '');
      if (isHeading(line) && mayBeNotice(nextSentence({ lines, at }))) {
        state.isNotice = true;
        return [];
      }
      if (state.isBelow && isCompany(line)) return [];
      const { kept, after } = readLine({ line, state });
      state = after;
      return [kept];
    })
    .join('\n');
}

/** Whether a notice goes on, and whether other words stand above. */
type State = { isNotice: boolean; isBelow: boolean };

/** What is left of a line, and the state below it. */
function readLine({ line, state }: { line: string; state: State }): { kept: string; after: State } {
  let { isNotice, isBelow } = state;
  const kept = line.replace(/[^.!?]{4,}[.!?]*/gu, sentence => {
    const [named = ''] = heading.exec(sentence.slice(0, maxHeading)) ?? [];
    const said = sentence.slice(named.length, named.length + maxRead);
    const opens = named !== '' || (isBelow && opening.test(said) && noticeWords.test(said));
    isNotice = (isNotice || opens) && mayBeNotice(said);
    const isKept = !isNotice && !(isBelow && isFooter(said));
    isBelow ||= isKept && /\p{L}/u.test(sentence);
    return isKept ? sentence : ' ';
  });
  return { kept, after: { isNotice, isBelow } };
}

function isHeading(line: string): boolean {
  return line.length <= maxHeading && heading.test(line);
}

function nextSentence({ lines, at }: { lines: readonly string[]; at: number }): string {
  const below = lines.slice(at + 1, at + 3).find(line => line.trim() !== '') ?? '';
  return below.slice(0, maxRead).split(/[.!?]/, 1)[0] ?? '';
}

/** Whether a sentence says what notices say; one in which somebody speaks for themselves does not. */
function mayBeNotice(sentence: string): boolean {
  const words = wordsOf(sentence);
  if (words.some(one => firstPersonWords.has(one))) return false;
  return countStems(words, noticeStems) >= minStems;
}

/** "Brandt GmbH, Sitz der Gesellschaft Jena, Amtsgericht Jena HRB 4471": a company, and where it is registered. */
function isCompany(line: string): boolean {
  if (line.length > maxRead || !/\d{3}/.test(line) || !companyForm.test(line)) return false;
  const words = wordsOf(line);
  return (
    countStems(words, registerStems) >= minStems &&
    !words.some(one => firstPersonWords.has(one) || denyingWords.has(one))
  );
}

function countStems(words: readonly string[], stems: readonly string[]): number {
  return new Set(words.flatMap(one => stems.find(stem => one.startsWith(stem)) ?? [])).size;
}

function isFooter(sentence: string): boolean {
  if (printing.test(sentence) || unhurried.test(sentence)) return true;
  if (![subscribed, unsubscribing, following].some(one => one.test(sentence))) return false;
  const words = wordsOf(sentence);
  return words.length <= maxFooterWords && !words.some(one => firstPersonWords.has(one));
}

function wordsOf(text: string): string[] {
  return (text.match(word) ?? []).map(fold);
}

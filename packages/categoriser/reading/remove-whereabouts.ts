import { fold } from './fold.ts';
import { absenceWords, whereaboutsWords } from './whereabouts-words.ts';

/** That the writer can be reached, met or called; the words are folded. */
const reachable =
  /(?:^| )(?:(?:reach|find|catch|contact|call|ring|text|phone|message|ping|dm|mail|email|write to) (?:me|us)|i (?:am|can be) (?:usually |always |mostly |best |also )?(?:reach|available|around|contacted|found|at my|in my|in the (?:office|lab))|i m (?:usually |always |mostly |best )?(?:reachable|available|around|at my|in my|in the (?:office|lab))|erreich\w{0,3} (?:sie |ihr |du )?(?:mich|uns)|(?:office|drop in|consultation) hours|(?:sprech|buro)(?:zeit|stunde)\w{0,2}|ricevo|(?:orario di )?ricevimento|tutorias|permanences?|erwisch\w{0,3} (?:sie |ihr |du )?(?:mich|uns)|erreichbar|anzutreffen|(?:finde\w{0,2}|triff\w{0,2}|treff\w{0,2}) (?:ihr |sie |du )?(?:mich|uns)|ich (?:bin|sitze) (?:\w{1,12} ){0,6}(?:buro|raum|zimmer|labor|haus)|(?:mi|ci) (?:trov\w{1,3}|pu\w{1,3} (?:trov|raggiung|contatt)\w{1,6})|reperibile|raggiungibil[ei]|(?:contatt|raggiung|trov|chiam|scriv)\w{1,4}mi|sono (?:\w{1,12} ){0,3}(?:ufficio|stanza|laboratorio|segreteria)|localizable|(?:localiz|contact|encontr|llam|escrib)\w{1,3}me|me (?:encontr\w{2,5}|(?:pued\w{1,2}|podeis) \w{5,10})|estoy (?:\w{1,12} ){0,3}(?:despacho|laboratorio|oficina)|joignable|(?:me|nous) (?:joindre|trouve\w{1,3}|contacter|appeler)|suis (?:\w{1,12} ){0,3}(?:bureau|labo|laboratoire))(?= |$)/;

/** "If I don't pick up, leave a message": the words are folded. */
const unanswered =
  /^(?:if i|falls ich|wenn ich|sollte ich|se non|si no|si je)(?: \w{1,14}){0,3} (?:pick up|answer|reply|there|desk|abnehm\w{1,2}|abheb\w{1,2}|rangeh\w{1,2}|drangeh\w{1,2}|erreichbar|rispond\w{1,3}|contest\w{1,2}|cojo|respond\w{1,2}|repond\w{1,2}|decroche)\b.{0,60}\b(?:leave|send|drop|text|hinterlass\w{0,4}|schick\w{0,2}|sprech\w{0,2}|lasc\w{1,6}|mand\w{1,5}|dej\w{1,3}|mand\w{1,3}|laiss\w{1,4}|envoy\w{1,4})\b(?: \w{1,10}){0,3} (?:voicemail|message|messages|note|nachricht|sms|mailbox|messaggio|segreteria|mensaje|buzon|messagerie|sms)(?: \w{1,10}){0,3}$/;

/** "No appointment needed": the words are folded. */
const uninvited =
  /^(?:no appointment|auch ohne termin|ohne (?:voranmeldung|anmeldung)|senza appuntamento|sin cita previa|sans rendez vous)(?: (?:is )?(?:needed|necessary|required))?$/;

/** That the writer is away: the words are folded. */
const absent =
  /^(?:\w{1,12} ){0,3}(?:i am|i m|i ll be|i will be|ich bin|ich werde|sono|saro|estoy|estare|je suis|je serai|suis) (?:\w{1,16} ){0,6}(?:leave|holidays?|vacation|office|ooo|away|travelling|abwesend|urlaub|elternzeit|dienstreise|haus|ferie|fuori|assente|congedo|vacaciones|fuera|ausente|absente?|conges?|vacances|deplacement)(?= |$)/;

/** "In urgent cases please contact …": the words are folded, a name follows. */
const substitute =
  /^(?:(?:outside|ausserhalb|fuori|fuera|en dehors)(?: \w{1,14}){0,4}|in my absence|in meiner abwesenheit|in mia assenza|en mi ausencia|en mon absence|(?:for|in|per|para|en|pour)(?: \w{1,12}){0,3} (?:urgent|urgents|pressing|emergency|emergencies|important|dringend\w{0,2}|eilig\w{0,2}|urgenz[ae]|urgent[ei]|urgencias?|urgentes?|urgence))(?: \w{1,12}){0,3}? (?:get in touch with|reach out to|contact|call|write to|mail|email|ask|turn to|wenden sie sich|kontaktieren sie|rivolgersi|rivolgetevi|contattare|contattate|contacte|contacten|contactar con|dirigirse|dirijanse|contactez|contacter|adressez vous|adresser)(?= )/;
const substituteWords =
  /^(?:please|bitte|an|herrn?|frau|to|my|colleague|meine[nr]?|kolleg\w{2,3}|dott|ssa|prof|dr|sig|sra?|a|al|alla|il|la|el|con|mi|companera?|m|mme|mon|ma|collegue|the|or|oder|o|ou|at|unter|mr|mrs|ms|our|unser\w{0,2}|nostra|nuestra|notre|secretar\w{1,3}|sekretari\w{1,3}|segreteria|secretariat)$/;

const word = /[\p{L}\p{N}]+/gu;
/** Nothing shorter says where somebody is. */
const longSentence = /[^.!?;\n]{10,}/gu;
const maxRead = 300;

/** The text without sentences in which its writer says nothing but when, where and how they, or somebody instead, are reached; not all of it. */
export function removeWhereabouts(text: string): string {
  const left = text.replace(longSentence, sentence => (isWhereabouts(sentence) ? ' ' : sentence));
  return /\p{L}/u.test(left) ? left : text;
}

function isWhereabouts(sentence: string): boolean {
  if (sentence.length > maxRead) return false;
  const typed = sentence.match(word) ?? [];
  const words = typed.map(fold);
  const said = words.join(' ');
  if (unanswered.test(said) || uninvited.test(said)) return true;
  if (reachable.test(said)) return words.every(one => whereaboutsWords.has(one) || /\d/.test(one));
  if (absent.test(said))
    return words.every(one => absenceWords.has(one) || whereaboutsWords.has(one) || /\d/.test(one));
  return namesSubstitute({ said, typed });
}

function namesSubstitute({ said, typed }: { said: string; typed: readonly string[] }): boolean {
  const [found] = substitute.exec(said) ?? [];
  if (found === undefined) return false;
  const named = typed.slice(found.split(' ').length);
  return named.length > 0 && named.every(one => /^\p{Lu}/u.test(one) || substituteWords.test(fold(one)));
}

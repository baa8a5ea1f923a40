/** What holds links with their labels, addresses and mentions; a bracket inside ends the match, so it stays linear. */
const bracketed = /<(?:https?:|mailto:|tel:|[@#!])[^<>\n]*>|<[^<>\s@]+@[^<>\s@]+>/giu;
const markdownLink = /!?\[[^[\]\n]*\]\([^()\s]*\)/gu;
const htmlTag = /<\/?[a-z][^<>\n]*>/giu;
const codeSpan = /```[^`]*```|`[^`\n]*`/gu;
const emojiName = /(?<![\p{L}\p{N}]):[\p{L}\p{N}_+-]{2,40}:/gu;

const topLevel =
  /\.(?:com|org|net|edu|gov|eu|de|at|ch|it|es|fr|uk|io|info|app|dev|ac|local|example|lan|cloud|online)$/;
const fileName = /\.(?:png|jpe?g|gif|heic|webp|pdf|docx?|xlsx?|pptx?|zip|txt|log|mov|mp4|eml|msg)$/i;
const edge = /[\p{P}\p{S}]/u;
/** What begins a mention or a hashtag. */
const prefix = /[@#]/;
const codeCharacters = new Set('{}=<>\\');
const minCodeCharacters = 2;
const minCodeShare = 0.04;

/** Stands for what was removed until its label, as in "Page: https://…", is removed with it. */
const gap = '\ufffc';
const labelledGap = /(?:(?<=^|[\n.!?:,;(]\s?)\p{L}{1,15} )?(?<!\p{L})\p{L}{1,15}:\s?(?=\ufffc)/gu;

/** "Ticket ID", "N.º de inventario" before what was removed: what has a number, and marks of numbers. */
const numbered =
  'ticket|case|ref(?:erence|erenz)?|rif(?:erimento)?|request|incident|incidencia|asset|device|serial|serien|serie|order|room|vorgangs?|anfrage|inventar|inventario|inventory|inventaire|inv|aktenzeichen|pratica|protocollo|caso|dossier|expediente|solicitud|activo|matr(?:ikel|icola|icule)?|s/n';
const numberMarks = "id|no|nr|n|n°|n\\.?º|number|nummer|numero|número|numéro|num|tag|de|di|d['’]|del";
const numberedGap = new RegExp(
  `(?<!\\p{L})(?:(?:${numberMarks})[.:º°]?[ -]?){0,3}(?:${numbered})(?:[.:]?[ -]?(?:${numberMarks}|${numbered})){0,3} ?[.:º°]{0,2}\\s?(?=\ufffc)`,
  'giu',
);

/** "Book a slot with me:" before a link, at the beginning of a line or sentence. */
const bookingGap =
  /(?<=^|[\n.!?]\s?)(?:please |gern |gerne |bitte )?(?:book|schedule|arrange)(?: \p{L}{1,12}){1,3} with (?:me|us)[^\n.!?\ufffc]{0,12}(?=\ufffc\s*(?:$|[\n.!?]))|(?<=^|[\n.!?]\s?)(?:termin\p{L}{0,2} (?:mit|bei) (?:mir|uns)|(?:prenot|fiss)\p{L}{1,3}(?: \p{L}{1,14}){1,2} con (?:me|noi)|(?:reserv|ped|solicit)\p{L}{1,3}(?: \p{L}{1,14}){1,2} con(?:migo| nosotros)|(?:pren|réserv)\p{L}{1,4}(?: [\p{L}-]{1,14}){1,3} avec (?:moi|nous))[^\n.!?\ufffc]{0,20}(?=\ufffc\s*(?:$|[\n.!?]))/giu;

/** "You can reach me at" before what was removed. */
const contactGap =
  /(?<!\p{L})(?:(?:you can |please )?(?:reach|contact|write(?: to)?|e?-?mail|message) (?:me|us) (?:at|on|via|under)|(?:sie |ihr )?(?:erreichen|erreicht|erreichst du)(?: sie)? mich unter|(?:ich bin )?(?:erreichbar|zu erreichen)(?: bin ich)? unter|schreib(?:t|en sie)? mir an|mi pu(?:ò|oi) (?:contattare|scrivere|trovare) a|(?:pu(?:ò|oi) )?(?:contattarmi|scrivermi|scrivetemi) a|me pued(?:e|es|en) (?:contactar|escribir|encontrar) en|(?:vous pouvez |tu peux )?me (?:joindre|contacter|écrire) (?:à|sur))\s(?=\ufffc)/giu;

/** Without any of these a text holds nothing of the kind. */
const telling = /[@#<>`_:\d{}=\\[\]]|\.\p{L}|\(\)/u;

/** And without any of these, a word. */
const addressing = /[@#_:./()=\d]/;

/** The text without links and their labels, mail addresses, mentions, emoji names, code and identifiers. */
export function removeAddresses(text: string): string {
  if (!telling.test(text)) return text.replaceAll(gap, ' ');
  const left = text
    .replaceAll(gap, ' ')
    .replace(codeSpan, ' ')
    .replace(markdownLink, gap)
    .replace(bracketed, gap)
    .replace(htmlTag, ' ')
    .replace(emojiName, ' ')
    .split('\n')
    .filter(line => !isCode(line))
    .map(line => line.replace(/\S+/g, withoutAddress))
    .join('\n');
  return left.includes(gap) ? withoutGaps(left) : left;
}

function withoutGaps(text: string): string {
  return text
    .replace(bookingGap, '; ')
    .replace(labelledGap, '; ')
    .replace(numberedGap, '; ')
    .replace(contactGap, '; ')
    .replaceAll(gap, ' ');
}

function withoutAddress(token: string): string {
  if (!addressing.test(token)) return token;
  let start = 0;
  let end = token.length;
  while (start < end && !prefix.test(token[start] ?? '') && edge.test(token[start] ?? '')) start += 1;
  while (end > start && edge.test(token[end - 1] ?? '')) end -= 1;
  return isAddress(token.slice(start, end)) ? `${token.slice(0, start)}${gap}${token.slice(end)}` : token;
}

function isAddress(token: string): boolean {
  if (token.startsWith('#') || token.includes('@') || token.includes('://') || /^www\./i.test(token))
    return true;
  if (fileName.test(token)) return true;
  return isHost(token) || isIdentifier(token);
}

function isHost(token: string): boolean {
  const [host = '', path] = token.split(/[/?#:]/, 2);
  const dots = host.split('.').length - 1;
  // "work.it" is more likely a missing space than a host.
  return dots > 0 && topLevel.test(host) && (dots > 1 || path !== undefined || !host.endsWith('.it'));
}

/** `PRN_4471`, `net-sw-03`, `a.b()`: names that a machine gave. */
function isIdentifier(token: string): boolean {
  if (token.includes('_') || token.includes('()') || token.includes('=>') || token.includes('::'))
    return true;
  if (!/\d/.test(token) || !/[-/.:#]/.test(token)) return false;
  return token === token.toUpperCase() || token.split(/[-/.:#]/).every(part => part.length <= 3);
}

function isCode(line: string): boolean {
  let count = 0;
  for (const character of line) if (codeCharacters.has(character)) count += 1;
  return count >= minCodeCharacters && count / line.length >= minCodeShare;
}

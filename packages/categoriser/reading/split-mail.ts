/** A message in layers: what its writer wrote, what they quote or forward, and the subject of that. */
export type MailLayers = { own: string; quoted: string; subject: string };

const quoteMark = /^\s*(?:>|&gt;|\|\s)/;
const separator =
  /^\W{0,12}(?:begin |anfang der |inizio |inicio del )?(?:original|forwarded|weitergeleitete|urspr(?:ü|ue)ngliche|messaggio (?:inoltrato|originale)|mensaje (?:reenviado|original)|message (?:transf[ée]r[ée]|d['’]origine|original))/i;
const attribution = /(?:wrote|schrieb[^:\n]{0,80}|ha scritto|scrisse|escribió|escribio|a écrit|a ecrit)\s?:/i;
const dateOpening = /(?:^|[\s.!?])(?:on|am|il|el|le)\s(?=[^\n]{0,20}\d)/gi;
const maxAttribution = 200;

const senderLabels =
  'from|sent|to|cc|date|reply-to|von|gesendet|an|datum|kopie|da|inviato|a|data|de|enviado(?: el)?|para|fecha|envoy[ée]|[àa]|date';
const subjectLabels = 'subject|re|betreff|oggetto|asunto|objet';
const headLine = new RegExp(`^\\W{0,4}(${senderLabels}|${subjectLabels})\\s?\\W{0,2}:(.*)$`, 'i');
const subjectLine = new RegExp(`^(?:${subjectLabels})$`, 'i');
const labelInside =
  /(?:^|\s)(from|sent|to|subject|von|gesendet|betreff|oggetto|inviato|asunto|enviado|objet|envoyé)\s?:\s/gi;
const prefix = /^\s*(?:(?:re|aw|fwd?|wg|i|r|rv|tr|ref)\s?:\s*)+/i;

/** The layers of a message; one without quotes and heads is all its writer's own. */
export function splitMail(text: string): MailLayers {
  const lines = text.split('\n').map(line => line.trimEnd());
  const own: string[] = [];
  const quoted: string[] = [];
  let subject = '';
  let isQuoted = false;
  lines.forEach((line, at) => {
    const head = readHead({ lines, at });
    if (quoteMark.test(line)) quoted.push(line.replace(quoteMark, ''));
    else if (head) {
      // A title alone stands above the writer's own words.
      isQuoted ||= !head.isTitle;
      if (subjectLine.test(head.label)) subject = head.value.replace(prefix, '');
    } else if (separator.test(line)) isQuoted = true;
    else {
      const attributed = isQuoted ? undefined : findAttribution(line);
      (isQuoted ? quoted : own).push(withoutInnerHeads(line.slice(0, attributed?.start)));
      if (attributed) {
        isQuoted = true;
        quoted.push(line.slice(attributed.end));
      }
    }
  });
  return { own: own.join('\n'), quoted: quoted.join('\n'), subject };
}

type LineAt = { lines: readonly string[]; at: number };

/** A head line counts beside another one, or as a subject above all else: "An: die Kollegen" alone may be anything. */
function readHead({ lines, at }: LineAt): { label: string; value: string; isTitle: boolean } | undefined {
  const match = headLine.exec(lines[at] ?? '');
  const hasNeighbour = [lines[at - 1], lines[at + 1]].some(line => line !== undefined && headLine.test(line));
  const isTitle = at === 0 && lines.length > 1 && subjectLine.test(match?.[1] ?? '');
  if (!match || !(hasNeighbour || isTitle)) return undefined;
  return { label: match[1] ?? '', value: (match[2] ?? '').trim(), isTitle: isTitle && !hasNeighbour };
}

/** Where "On … wrote:" begins and ends in a line; its date may have colons of its own. */
function findAttribution(line: string): { start: number; end: number } | undefined {
  const match = attribution.exec(line);
  if (!match) return undefined;
  const from = Math.max(0, match.index - maxAttribution);
  const opening = [...line.slice(from, match.index).matchAll(dateOpening)].at(-1);
  return opening && { start: from + opening.index, end: match.index + match[0].length };
}

/** A head in a single line: who, when and to whom is dropped, what follows the subject stays. */
function withoutInnerHeads(line: string): string {
  if (!line.includes(':')) return line;
  const labels = [...line.matchAll(labelInside)];
  const [first] = labels;
  const last = labels.at(-1);
  if (labels.length < 3 || !first || !last) return line;
  return `${line.slice(0, first.index)} ; ${line.slice(last.index + last[0].length)}`;
}

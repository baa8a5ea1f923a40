import { fold } from '../reading/fold.ts';
import type { Thesaurus } from '../reading/thesaurus.ts';

/** Whose something is, as far as words say so: the same words in every language. */
export type Whose = {
  /** Services that all of a campus has one of: `moodle`. */
  services: readonly string[];
  /** Somebody speaks of what they have themselves: "my slides". */
  isOwn: boolean;
  /** And of what everybody has one of, and others lose or need another time: "my student card". */
  isBelonging: boolean;
};

const own = 'my|mein|meine|meinen|meinem|meiner|mio|mia|miei|mie|mi|mis|mon|ma|mes';
// No account or password: when the login fails, it does for many at once.
const belonging = [
  '(?:student|id|key|chip)?card|badge|key|certificate|transcript|diploma|timetable|grade',
  String.raw`\w*(?:ausweis|schlussel|karte|bescheinigung|zeugnis|transkript|stundenplan|note)`,
  'tessera|tesserino|chiave|certificato|attestato|libretto|voto',
  'carne|carnet|tarjeta|llave|certificado|expediente|nota',
  'carte|cle|certificat|attestation|releve|diplome',
].join('|');

const ownPattern = new RegExp(String.raw`\b(?:${own})\b`);
/** "send me a certificate", "my new key card" */
const belongingPattern = new RegExp(
  String.raw`\b(?:${own}|me|mir)\s+(?:[a-z-]+\s+){0,2}(?:${belonging})s?\b`,
);

/** A reader of whose something is; `services` are what all of a campus has one of. */
export function createWhoseReader(services: Thesaurus): (description: string) => Whose {
  return description => {
    const said = fold(description);
    return {
      services: [...new Set((said.match(/[a-z0-9]+/g) ?? []).flatMap(word => services.conceptsOf(word)))],
      isOwn: ownPattern.test(said),
      isBelonging: belongingPattern.test(said),
    };
  };
}

/** Both tell of one service that everybody has, and neither of what is theirs alone. */
export function isForAll(one: Whose, other: Whose): boolean {
  return !one.isOwn && !other.isOwn && one.services.some(service => other.services.includes(service));
}

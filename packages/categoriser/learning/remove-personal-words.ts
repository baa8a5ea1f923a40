// This runs for every filing, whatever was typed: what a pattern repeats is bounded, or cannot begin again within itself,
// so that no text takes more than about one reading.
const addresses = [
  /https?:\/\/\S+|www\.\S+/giu,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gu,
  /<[@#!][^<>]*>|(?<=^|\s)@[\p{L}\w.-]+/gu,
  /\b(?:via|viale|piazza|corso|calle|avenida|plaza|paseo|rue|avenue|place|boulevard)\s+(?:\p{Lu}[\p{L}'’.-]*\s?)+\d*\w?/gu,
  /\b\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|str\.|gasse|weg|platz|allee)\s{0,9}\d+\w?/gu,
  /\b\d+\w?\s+(?:\p{Lu}\p{L}+\s)+(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Square)\b\.?/gu,
];

const title = anyCase(
  'mr|mrs|ms|miss|sir|madam|dr|prof|professor|professore|herr|frau|sig|signor|signora|dott|dottor|dottoressa|señor|señora|sra|mme|mlle|monsieur|madame',
);
const titled = new RegExp(`(?<!\\p{L})(${title})\\.?\\s+(?:\\p{Lu}[\\p{L}'’-]+\\s?){1,3}`, 'gu');

const introduction = anyCase(
  "my name is|i am called|ich heiße|ich heisse|mein name ist|mi chiamo|il mio nome è|me llamo|mi nombre es|je m’appelle|je m'appelle|mon nom est",
);
const introduced = new RegExp(
  `(?<!\\p{L})(?:${introduction})\\s+[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)*`,
  'gu',
);

const signed =
  /\n[^\S\n]*(?:(?:best|kind|warm)\s*)?(?:regards|cheers|sincerely|grüße|gruß|saluti|saludos|cordialement|mfg|lg)\b[\s\S]*$/iu;

const capitalised = /(?<=[\p{Ll},]\s)\p{Lu}[\p{L}'’-]+/gu;
const number = /(?<!\p{L})\p{L}*[+#]?\d[\p{L}\d]*(?:[ ./:-]?\d+)*/gu;

type RemovePersonalWordsInput = { text: string; isKnown: (word: string) => boolean };

/**
 * A text fit to become an example: without links, addresses, names and numbers. A capitalised word inside a
 * sentence stays only when `isKnown` says that it is an ordinary word.
 */
export function removePersonalWords({ text, isKnown }: RemovePersonalWordsInput): string {
  return [...addresses, signed, introduced]
    .reduce((rest, pattern) => rest.replace(pattern, ' '), text)
    .replace(titled, '$1 ')
    .replace(capitalised, word => (isKnown(word) ? word : ' '))
    .replace(number, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The flag for any case would also make `\p{Lu}` match small letters, so the words bring their own. */
function anyCase(words: string): string {
  return words.replace(/\p{L}/gu, letter => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}

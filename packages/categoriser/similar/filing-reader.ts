import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import type { Model } from '../model.ts';
import { bucketOf, featureBuckets } from '../reading/features.ts';
import { loadLexicon } from '../reading/lexicon.ts';
import { createReader, type Reading } from '../reading/reader.ts';
import { createThesaurus } from '../reading/thesaurus.ts';
import { vagueWords } from '../vague-words.ts';
import { packTerms, type Terms } from './postings.ts';
import { packWords, type ToldWord, type ToldWords } from './told-words.ts';
import { createWhereReader, type Where } from './where.ts';
import { createWhoseReader, type Whose } from './whose.ts';

/** What somebody files: the place is that of the campus file, where it is known. */
export type FilingWords = { description: string; location: string | null; place: string | null };

/** What a filing tells, where that is, and whose. */
export type ReadFiling = { terms: Terms; told: ToldWords; where: Where; whose: Whose };

/** Meanings are what five languages share; a stem is found in the same language only. */
const share = { stemOfMeaning: 0.25, stemAlone: 0.4, widerMeaning: 0.5, weakMeaning: 0.4 };

/** Headings of the thesaurus with words that stand in reports of anything. */
const weakThemes = new Set(['states', 'doings of machines', 'doings of people']);

/** The line of the finer meanings with words that say nothing of a problem. */
const unspecific = '-';

/** How steeply words weigh less with their clause: of the same problem one tells first what the other tells last. */
const steepness = 0.2;

/** More of a long text says nothing new, and takes memory. */
const maxTerms = 40;

/** Filings that were read last; a ticket comes to one index some time after it came to another. */
const maxRemembered = 1000;

type FilingReader = (words: FilingWords) => ReadFiling;

const readers = new WeakMap<Model, FilingReader>();

/** The reader with the words of a model, one for all indexes: a ticket that several have is read, and held in memory, once. */
export function filingReaderOf(model: Model): FilingReader {
  const reader = readers.get(model) ?? createFilingReader(model);
  readers.set(model, reader);
  return reader;
}

/** A reader of what filings tell: words that only say where are no part of that. */
function createFilingReader(model: Model): FilingReader {
  const lexicon = loadLexicon();
  const { thesaurus } = lexicon;
  const reader = createReader({ model, lexicon });
  const finer = createThesaurus(read('./finer-meanings.txt'));
  const places = createThesaurus(read('./places.txt'));
  const readWhere = createWhereReader(places);
  const readWhose = createWhoseReader(createThesaurus(read('./services.txt')));
  const numbers = new Map<string, number>();
  const remembered = new LRUCache<string, ReadFiling>({ max: maxRemembered });
  return words => {
    const key = keyOf(words);
    const filing = remembered.get(key) ?? readFiling(words);
    remembered.set(key, filing);
    return filing;
  };

  function readFiling(words: FilingWords): ReadFiling {
    return {
      ...readTold(reader.read(words.description)),
      where: readWhere(words),
      whose: readWhose(words.description),
    };
  }

  function readTold(readings: readonly Reading[]): Pick<ReadFiling, 'terms' | 'told'> {
    const terms = new Map<number, number>();
    const told: ToldWord[] = [];
    const add = (term: number, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
    for (const { weight: given, meaning, features } of readings) {
      const weight = given ** steepness;
      const { folded } = meaning;
      const finerMeanings = finer.conceptsOf(folded);
      if (!saysSomething({ folded, finerMeanings }) || features.isStopWord) continue;
      for (const name of finerMeanings) add(numberOf(name), weight / Math.sqrt(finerMeanings.length));
      const wider = finerMeanings.length > 0 ? share.widerMeaning : 1;
      const names = thesaurus.conceptsOf(folded);
      features.concepts.forEach((concept, at) => {
        const weak = isWeak(names[at]) ? share.weakMeaning : 1;
        add(bucketOf(concept), (weak * wider * weight) / Math.sqrt(names.length));
      });
      const hasMeaning = names.length + finerMeanings.length > 0;
      const weak = finerMeanings.length === 0 && hasMeaning && names.every(isWeak) ? share.weakMeaning : 1;
      add(bucketOf(features.stem), weak * weight * (hasMeaning ? share.stemOfMeaning : share.stemAlone));
      const strong = features.concepts.filter((_, at) => !isWeak(names[at]));
      const meanings = [...finerMeanings.map(numberOf), ...strong.map(bucketOf)];
      told.push({ terms: [bucketOf(features.stem), ...meanings], hasMeaning: meanings.length > 0 });
    }
    const heaviest = [...terms].sort(([, a], [, b]) => b - a).slice(0, maxTerms);
    return { terms: packTerms(new Map(heaviest)), told: packWords(told.slice(0, maxTerms)) };
  }

  function saysSomething({ folded, finerMeanings }: { folded: string; finerMeanings: readonly string[] }) {
    if (vagueWords.has(folded) || finerMeanings.includes(unspecific)) return false;
    return places.conceptsOf(folded).length === 0;
  }

  function isWeak(concept: string | undefined): boolean {
    return concept !== undefined && weakThemes.has(thesaurus.themeOf(concept));
  }

  /** Beside the buckets of stems and meanings. */
  function numberOf(name: string): number {
    const number = numbers.get(name) ?? featureBuckets + numbers.size;
    numbers.set(name, number);
    return number;
  }
}

/** What people wrote stays in memory no longer than they are read: who forgets a person forgets their words. */
function keyOf({ description, location, place }: FilingWords): string {
  return createHash('sha256')
    .update(JSON.stringify([description, location, place]))
    .digest('base64');
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { unwrap } from '../reading/unwrap.ts';
import { readWords, type Word } from '../reading/words.ts';
import { isNegated } from './negation.ts';
import { isSince, spellSince } from './ongoing.ts';
import { matchRule, type Rule, readRule, type TermedWord } from './rules.ts';
import { createTerms, type Terms } from './terms.ts';

/** Whether a text tells of danger to people: gas, smoke, fire, flood, injury, threat, current, somebody trapped. */
export type TellsOfDanger = (text: string) => boolean;

type ReadWord = Word & TermedWord;

/** Rules by their first term. */
type Rules = ReadonlyMap<string, readonly Rule[]>;

type Harmless = Record<'words' | 'clause' | 'text' | 'quotation', Rules>;

/** What stands in a longer text behind this is not read. */
const maxLength = 6000;
/** Words whose terms are remembered. */
const maxRemembered = 5000;
const noSlang: ReadonlyMap<string, string> = new Map();

/** Reads the words of danger, once. What is quoted counts unless the writer's own words say that it is over. */
export function createDangerFinder(): TellsOfDanger {
  const terms = createTerms();
  for (const line of linesOf(read('./words.txt'))) {
    const [name, words = ''] = line.split(': ');
    for (const word of words.split(' ')) terms.add({ word, term: `[${name}]` });
  }
  const dangers = readRules({ source: read('./dangers.txt'), terms });
  const harmless = readHarmless(terms);
  const termsOf = new LRUCache<string, readonly string[]>({ max: maxRemembered, memoMethod: terms.of });

  return text => {
    const layers = unwrap(text.slice(0, maxLength)).map(layer =>
      readTerms({ text: layer, termsOf: word => termsOf.memo(word) }),
    );
    const [own = [], ...quoted] = layers;
    if (tells({ words: own, dangers, harmless })) return !anyOf({ rules: harmless.text, words: own });
    if (!quoted.some(words => tells({ words, dangers, harmless }))) return false;
    return ![harmless.text, harmless.quotation].some(rules => anyOf({ rules, words: own }));
  };
}

function readHarmless(terms: Terms): Harmless {
  const [, ...parts] = read('./harmless.txt').split(/^# the .*$/m);
  const [words, clause, text, quotation] = parts.map(source => readRules({ source, terms }));
  if (!words || !clause || !text || !quotation) throw new Error('harmless.txt has four parts.');
  return { words, clause, text, quotation };
}

function readRules({ source, terms }: { source: string; terms: Terms }): Rules {
  const rules = new Map<string, Rule[]>();
  for (const rule of linesOf(source).map(readRule)) {
    for (const term of [rule.first, ...rule.steps.map(step => step.term)])
      if (!term.startsWith('[')) terms.add({ word: term, term });
    rules.set(rule.first, [...(rules.get(rule.first) ?? []), rule]);
  }
  return rules;
}

type ReadTermsInput = { text: string; termsOf: Terms['of'] };

function readTerms({ text, termsOf }: ReadTermsInput): ReadWord[] {
  return readWords({ text: spellSince(text), slang: noSlang }).map(word => ({
    ...word,
    terms: termsOf(word.folded),
  }));
}

type TellsInput = { words: readonly ReadWord[]; dangers: Rules; harmless: Harmless };

function tells({ words, dangers, harmless }: TellsInput): boolean {
  const found = matchesOf({ rules: dangers, words });
  if (found.length === 0) return false;
  const others = new Set(matchesOf({ rules: harmless.words, words }).flatMap(({ matched }) => matched));
  const over = new Set(
    matchesOf({ rules: harmless.clause, words })
      .filter(({ matched: [at = 0] }) => !isSince({ words, at }))
      .map(({ matched: [at = 0] }) => words[at]?.clause),
  );
  return found.some(({ rule, matched }) => {
    if (over.has(words[matched[0] ?? 0]?.clause)) return false;
    return rule.isStrong || !matched.some(at => others.has(at));
  });
}

type Match = { rule: Rule; matched: number[] };
type MatchesInput = { rules: Rules; words: readonly ReadWord[] };

function anyOf(input: MatchesInput): boolean {
  return matchesOf(input).length > 0;
}

/** Every rule that the words meet, without those that are negated. */
function matchesOf({ rules, words }: MatchesInput): Match[] {
  const isMet = ({ rule, matched }: { rule: Rule; matched: number[] | undefined }) =>
    matched !== undefined && (rule.negates || !matched.some(at => isNegated({ words, at })));
  return words.flatMap(({ terms }, at) =>
    terms
      .flatMap(term => rules.get(term) ?? [])
      .map(rule => ({ rule, matched: matchRule({ rule, words, at }) }))
      .filter((match): match is Match => isMet(match)),
  );
}

/** Lines that are no remark. */
function linesOf(source: string): string[] {
  return source.split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

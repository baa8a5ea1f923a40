import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { readWords, type Word } from '../reading/words.ts';
import { isNegated } from './negation.ts';
import { isSince, spellSince } from './ongoing.ts';
import { matchRule, type Rule, readRule, type TermedWord } from './rules.ts';
import { createTerms, type Terms } from './terms.ts';

/** What the words of a text say of danger, by the lists of this folder. */
export type DangerWords = {
  /** They name a danger that is neither denied nor over. */
  tell: boolean;
  /** They explain what sounds like one: it is denied, over, or something else, such as a fire door. */
  dismiss: boolean;
  /** They say that whatever is told is none: a drill, a false alarm. */
  deny: boolean;
  /** They say so of what they quote: it is over. */
  denyQuoted: boolean;
};

type ReadWord = Word & TermedWord;

/** Rules by their first term. */
type Rules = ReadonlyMap<string, readonly Rule[]>;

type Harmless = Record<'words' | 'clause' | 'text' | 'quotation', Rules>;

/** Words whose terms are remembered. */
const maxRemembered = 5000;
const noSlang: ReadonlyMap<string, string> = new Map();

/** A function that looks for words of danger in a text without its wrapping; the lists are read once. */
export function createDangerRules(): (text: string) => DangerWords {
  const terms = createTerms();
  for (const line of linesOf(read('./words.txt'))) {
    const [name, words = ''] = line.split(': ');
    for (const word of words.split(' ')) terms.add({ word, term: `[${name}]` });
  }
  const dangers = readRules({ source: read('./dangers.txt'), terms });
  const harmless = readHarmless(terms);
  const termsOf = new LRUCache<string, readonly string[]>({ max: maxRemembered, memoMethod: terms.of });

  return text => {
    const words = readTerms({ text, termsOf: word => termsOf.memo(word) });
    return {
      ...look({ words, dangers, harmless }),
      deny: anyOf({ rules: harmless.text, words }),
      denyQuoted: anyOf({ rules: harmless.quotation, words }),
    };
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

type LookInput = { words: readonly ReadWord[]; dangers: Rules; harmless: Harmless };

function look({ words, dangers, harmless }: LookInput): Pick<DangerWords, 'tell' | 'dismiss'> {
  const named = namedBy({ rules: dangers, words });
  const tell =
    named.length > 0 && tells({ words, found: named.filter(match => !isDenied({ match, words })), harmless });
  return { tell, dismiss: !tell && (named.length > 0 || anyOf({ rules: harmless.words, words })) };
}

type TellsInput = { words: readonly ReadWord[]; found: readonly Match[]; harmless: Harmless };

function tells({ words, found, harmless }: TellsInput): boolean {
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
  return namedBy({ rules, words }).filter(match => !isDenied({ match, words }));
}

/** Every rule that the words meet. */
function namedBy({ rules, words }: MatchesInput): Match[] {
  return words.flatMap(({ terms }, at) =>
    terms
      .flatMap(term => rules.get(term) ?? [])
      .flatMap(rule => {
        const matched = matchRule({ rule, words, at });
        return matched === undefined ? [] : [{ rule, matched }];
      }),
  );
}

function isDenied({
  match: { rule, matched },
  words,
}: {
  match: Match;
  words: readonly ReadWord[];
}): boolean {
  return !rule.negates && matched.some(at => isNegated({ words, at }));
}

/** Lines that are no remark. */
function linesOf(source: string): string[] {
  return source.split('\n').filter(line => line !== '' && !line.startsWith('#'));
}

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

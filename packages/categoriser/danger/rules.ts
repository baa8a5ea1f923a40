/** How a term of a rule stands to the one before it. */
type Step = { term: string; standing: Standing };
type Standing = 'next' | 'after' | 'near';

/** Terms that together say something; `isStrong` where harmless words in it do not count. */
export type Rule = { first: string; steps: Step[]; isStrong: boolean; negates: boolean };

const standings: Record<string, Standing> = { '..': 'after', '&': 'near' };
const strong = '! ';

/** Words of a rule that would otherwise turn its meaning round. */
const negating = /(?:^|\s)(?:not|isnt|cant|dont|non|nicht|no|ne|pas|plus)(?:\s|$)/;

/** Reads a line such as `[leak] .. [gas]`. */
export function readRule(line: string): Rule {
  const isStrong = line.startsWith(strong);
  const [first = '', ...rest] = (isStrong ? line.slice(strong.length) : line).split(' ');
  const steps: Step[] = [];
  let standing: Standing = 'next';
  for (const part of rest) {
    const sign = standings[part];
    if (sign === undefined) steps.push({ term: part, standing });
    standing = sign ?? 'next';
  }
  return { first, steps, isStrong, negates: negating.test(line) };
}

/** What of a word the rules look at. */
export type TermedWord = { terms: readonly string[]; sentence: number };

/** Words between those of a rule that stand after each other, and of one whose words stand near each other. */
const maxBetween = 3;
const maxNear = 8;
const reach: Record<Standing, number> = { next: 1, after: maxBetween + 1, near: maxNear };

type MatchInput = { rule: Rule; words: readonly TermedWord[]; at: number };

/** Which words a rule is met by that begins with the word `at`; undefined where it is not met. */
export function matchRule({ rule, words, at }: MatchInput): number[] | undefined {
  const matched = [at];
  let last = at;
  for (const { term, standing } of rule.steps) {
    const isIt = (to: number) =>
      words[to]?.sentence === words[at]?.sentence && words[to]?.terms.includes(term) && !matched.includes(to);
    const next = firstBetween({ from: last + 1, to: last + reach[standing], isIt });
    const found =
      next ?? (standing === 'near' ? firstBetween({ from: last - maxNear, to: last - 1, isIt }) : next);
    if (found === undefined) return undefined;
    matched.push(found);
    last = found;
  }
  return matched;
}

type FirstBetweenInput = { from: number; to: number; isIt: (at: number) => boolean | undefined };

function firstBetween({ from, to, isIt }: FirstBetweenInput): number | undefined {
  for (let at = from; at <= to; at += 1) if (isIt(at)) return at;
  return undefined;
}

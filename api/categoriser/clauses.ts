import type { Word } from './words.ts';

const contrasts =
  words(`but however only except aber jedoch allerdings nur sondern bloss ma pero tuttavia solo soltanto
  sino solamente mais cependant pourtant seulement sauf`);

/** These set a contrast only where a clause begins with them: "not yet", "still waiting" do not. */
const openings =
  words(`yet though although now unfortunately otherwise instead doch leider dafur jetzt nun trotzdem
  purtroppo invece adesso ora desafortunadamente ahora embargo malheureusement maintenant pourtant`);

const praises =
  words(`fine ok okay good great nice lovely helpful friendly kind perfect works working repaired fixed
  thanks thank appreciate delicious tasty gut okay nett super geht lauft funktioniert freundlich sauber repariert bene buono buona gentile
  funziona bello ottimo bien buena bueno amable funciona rica bon bonne marche fonctionne gentil gentille propre`);

const negation =
  /^(?:no|not|isnt|doesnt|dont|didnt|wont|cant|cannot|arent|never|wasnt|hasnt|havent|barely|hardly|nothing|nobody|nicht|nie|nichts|kein\w*|non|nessun\w*|pas|ne|jamais|ningun\w*|nunca)$/;

const shareOfPraise = 0.2;
const shareBeforeContrast = 0.4;
const shareAfterContrast = 1.3;

/** Weighs clauses: what is said to be fine counts little, what follows "but" counts more (categories.md, rule 7). */
export function weighClauses(all: readonly Word[]): Word[] {
  const { split, firstContrast } = splitAtContrasts(all);
  const clauses = new Map<number, Word[]>();
  for (const word of split) {
    const clause = clauses.get(word.clause);
    if (clause) clause.push(word);
    else clauses.set(word.clause, [word]);
  }
  const praised = new Set([...clauses.keys()].filter(id => isPraise(clauses.get(id) ?? [])));
  const hasMore = praised.size < clauses.size;
  return split.map(word => {
    let weight = 1;
    if (hasMore && praised.has(word.clause)) weight *= shareOfPraise;
    if (word.clause === firstContrast - 1) weight *= shareBeforeContrast;
    if (word.clause === firstContrast) weight *= shareAfterContrast;
    return { typed: word.typed, folded: word.folded, clause: word.clause, weight };
  });
}

function splitAtContrasts(all: readonly Word[]): { split: Word[]; firstContrast: number } {
  let firstContrast = Number.POSITIVE_INFINITY;
  let clause = 0;
  const split = all.map((word, at) => {
    const before = all[at - 1];
    const opens = before !== undefined && before.clause !== word.clause;
    const turns =
      before !== undefined && (contrasts.has(word.folded) || (opens && openings.has(word.folded)));
    if (opens || turns) clause += 1;
    if (turns) firstContrast = Math.min(firstContrast, clause);
    return { typed: word.typed, folded: word.folded, clause, weight: word.weight };
  });
  return { split, firstContrast };
}

function isPraise(clause: readonly Word[]): boolean {
  return clause.some(word => praises.has(word.folded)) && !clause.some(word => negation.test(word.folded));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Whether a word turns against what came before: "but" everywhere, "now" only where a clause begins with it. */
export type Turn = 'always' | 'opening' | undefined;

const turns =
  words(`but however only except aber jedoch allerdings nur sondern bloss ma pero tuttavia solo soltanto
  sino solamente mais cependant pourtant seulement sauf`);

/** "Not yet", "still waiting" do not turn. */
const openings =
  words(`yet though although now unfortunately otherwise instead doch leider dafur jetzt nun trotzdem
  purtroppo invece adesso ora desafortunadamente ahora embargo malheureusement maintenant pourtant`);

/** How a folded word turns, by the lists of the five languages. */
export function turnOf(folded: string): Turn {
  if (turns.has(folded)) return 'always';
  return openings.has(folded) ? 'opening' : undefined;
}

/** Words by clause: punctuation ends one, and a word that turns begins one. */
export function splitClauses<Word extends { clause: number; meaning: { turn: Turn } }>(
  read: readonly Word[],
): Word[][] {
  const clauses: Word[][] = [];
  let before: Word | undefined;
  for (const word of read) {
    if (before?.clause !== word.clause || word.meaning.turn === 'always') clauses.push([]);
    clauses.at(-1)?.push(word);
    before = word;
  }
  return clauses;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

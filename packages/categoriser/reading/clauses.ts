/** Whether a word contrasts with what came before: "but" everywhere, "now" only where a clause begins with it. */
export type Turn = 'always' | 'opening' | undefined;

const turns =
  wordsOf(`but however only except aber jedoch allerdings nur sondern bloss ma pero tuttavia solo soltanto
  sino solamente mais cependant pourtant seulement sauf`);

/** Only at the beginning of a clause: "not yet" and "still waiting" contrast with nothing. */
const openings =
  wordsOf(`yet though although now unfortunately otherwise instead doch leider dafur jetzt nun trotzdem
  purtroppo invece adesso ora desafortunadamente ahora embargo malheureusement maintenant pourtant`);

/** The contrast a folded word makes, by the lists of the five languages. */
export function turnOf(folded: string): Turn {
  if (turns.has(folded)) return 'always';
  return openings.has(folded) ? 'opening' : undefined;
}

type ReadWord = { clause: number; meaning: { turn: Turn } };

/** Words by clause: punctuation ends one, and a contrasting word begins one. */
export function splitClauses<Word extends ReadWord>(words: readonly Word[]): Word[][] {
  const clauses: Word[][] = [];
  let before: Word | undefined;
  for (const word of words) {
    if (before?.clause !== word.clause || word.meaning.turn === 'always') clauses.push([]);
    clauses.at(-1)?.push(word);
    before = word;
  }
  return clauses;
}

/** A text in more sentences is read several at a time: each is judged by itself, which costs as much as a short text. */
const maxSentences = 100;

/** Words by sentence; of a text in very many, by several sentences. */
export function splitSentences<Word extends { sentence: number }>(words: readonly Word[]): Word[][] {
  const sentences: Word[][] = [];
  let before: Word | undefined;
  for (const word of words) {
    if (before?.sentence !== word.sentence) sentences.push([]);
    sentences.at(-1)?.push(word);
    before = word;
  }
  return joinNeighbours(sentences);
}

function joinNeighbours<Word>(sentences: Word[][]): Word[][] {
  const size = Math.ceil(sentences.length / maxSentences);
  if (size <= 1) return sentences;
  const count = Math.ceil(sentences.length / size);
  return Array.from({ length: count }, (_, at) => sentences.slice(at * size, (at + 1) * size).flat());
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

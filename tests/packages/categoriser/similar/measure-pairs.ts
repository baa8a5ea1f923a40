import { readFileSync } from 'node:fs';
import { createCategoriser, createTicketIndex } from '@campus-desk/categoriser';
import { contradictingCategory } from '@campus-desk/contract';

type Filing = {
  subject: string;
  problem: string;
  language: string;
  description: string;
  location: string | null;
};

/** A filing that was compared with one that is there: a twin tells of the same problem, a stranger of another one. */
export type Pair = {
  kind: 'twin' | 'stranger';
  /** Strangers of one subject are hard: the same device elsewhere, or the same place with another problem. */
  isHard: boolean;
  filed: Filing;
  known: Filing;
  similarity: number;
  /** Strangers that are more alike than this one. */
  strangersBefore: number;
};

/** Every filing of a file compared with every other one, as if all others were unclosed tickets. */
export function comparePairs(file: string): Pair[] {
  return compare({ file });
}

/** The same as if all others were closed with a note that is offered to who writes the description. */
export function compareWithNotes(file: string): Pair[] {
  return compare({ file, location: null, anywhere: true });
}

type CompareInput = { file: string; location?: null; anywhere?: boolean };

function compare({ file, anywhere = false, ...where }: CompareInput): Pair[] {
  const filings = readFilings(file);
  const { categorise } = createCategoriser();
  const categories = filings.map(({ description }) => contradictingCategory(categorise(description)));
  const now = new Date('2026-11-30T10:00:00Z');
  const index = createTicketIndex();
  filings.forEach((filing, at) => {
    index.put({ ...filing, place: null, number: at + 1, category: categories[at] ?? null, openedAt: now });
  });
  return filings.flatMap((filed, at) => {
    const words = { ...filed, ...where, place: null };
    const asked = { words, category: categories[at] ?? null, now, min: 0, limit: filings.length, anywhere };
    const found = index.find(asked);
    const similarityOf = new Map(found.map(({ number, similarity }) => [number, similarity]));
    const isTwin = (known: Filing) => known.subject === filed.subject && known.problem === filed.problem;
    return filings.flatMap<Pair>((known, other) => {
      if (other === at) return [];
      const similarity = similarityOf.get(other + 1) ?? 0;
      const strangersBefore = found.filter(({ number, similarity: theirs }) => {
        const one = filings[number - 1];
        return one !== undefined && theirs > similarity && !isTwin(one);
      }).length;
      const kind = isTwin(known) ? 'twin' : 'stranger';
      return [{ kind, isHard: known.subject === filed.subject, filed, known, similarity, strangersBefore }];
    });
  });
}

/** Below a heading for a subject and one for a problem, lines `language | description | location`. */
function readFilings(file: string): Filing[] {
  let subject = '';
  let problem = '';
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .flatMap(line => {
      if (line.startsWith('## ')) problem = line.slice(3);
      else if (line.startsWith('# ')) subject = line.slice(2);
      const [language, description, location] = line.split('|').map(part => part.trim());
      if (!language || !description) return [];
      return [{ subject, problem, language, description, location: location || null }];
    });
}

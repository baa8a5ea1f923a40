/** How much each stem and meaning says of what a text tells, by number. */
export type Terms = { ids: Int32Array; weights: Float32Array };

type Kept = { terms: Terms };

/** The entries of one term, and how much it weighs in each. */
type Posting = { slots: number[]; weights: number[] };

type NearToInput = { terms: Terms; weighOf: (term: number) => number; min: number };

/** Texts by the terms they share; `nearness` is the cosine of two texts. */
export type Postings<Entry extends Kept> = {
  add(entry: Entry): void;
  remove(entry: Entry): void;
  /** How many entries have a term. */
  countOf(term: number): number;
  nearTo(input: NearToInput): { entry: Entry; nearness: number }[];
};

/** No texts yet. */
export function createPostings<Entry extends Kept>(): Postings<Entry> {
  const entries: (Entry | undefined)[] = [];
  const slotOf = new Map<Entry, number>();
  const free: number[] = [];
  const postings = new Map<number, Posting>();
  return { add, remove, countOf: term => postings.get(term)?.slots.length ?? 0, nearTo };

  function add(entry: Entry): void {
    const slot = free.pop() ?? entries.length;
    entries[slot] = entry;
    slotOf.set(entry, slot);
    const { ids, weights } = entry.terms;
    ids.forEach((term, at) => {
      const posting = postings.get(term) ?? { slots: [], weights: [] };
      posting.slots.push(slot);
      posting.weights.push(weights[at] ?? 0);
      postings.set(term, posting);
    });
  }

  function remove(entry: Entry): void {
    const slot = slotOf.get(entry);
    if (slot === undefined) return;
    for (const term of entry.terms.ids) {
      const posting = postings.get(term);
      if (posting === undefined) continue;
      const at = posting.slots.indexOf(slot);
      posting.slots.splice(at, 1);
      posting.weights.splice(at, 1);
      if (posting.slots.length === 0) postings.delete(term);
    }
    entries[slot] = undefined;
    slotOf.delete(entry);
    free.push(slot);
  }

  function nearTo({ terms, weighOf, min }: NearToInput) {
    const shared = new Float64Array(entries.length);
    let squares = 0;
    for (let of = 0; of < terms.ids.length; of += 1) {
      const [term, weight] = [terms.ids[of] as number, terms.weights[of] as number];
      const rarity = weighOf(term);
      squares += (weight * rarity) ** 2;
      const { slots = [], weights = [] } = postings.get(term) ?? {};
      for (let at = 0; at < slots.length; at += 1)
        (shared[slots[at] as number] as number) += weight * (weights[at] as number) * rarity * rarity;
    }
    const length = Math.sqrt(squares) || 1;
    const near: { entry: Entry; nearness: number }[] = [];
    for (let slot = 0; slot < shared.length; slot += 1) {
      const entry = (shared[slot] as number) > 0 ? entries[slot] : undefined;
      if (entry === undefined) continue;
      const nearness = (shared[slot] as number) / length / lengthOf({ terms: entry.terms, weighOf });
      if (nearness >= min) near.push({ entry, nearness });
    }
    return near;
  }
}

/** Terms as they are kept, which takes less memory than a map. */
export function packTerms(terms: ReadonlyMap<number, number>): Terms {
  return { ids: Int32Array.from(terms.keys()), weights: Float32Array.from(terms.values()) };
}

function lengthOf({ terms, weighOf }: { terms: Terms; weighOf: (term: number) => number }): number {
  let squares = 0;
  for (let at = 0; at < terms.ids.length; at += 1)
    squares += ((terms.weights[at] as number) * weighOf(terms.ids[at] as number)) ** 2;
  return Math.sqrt(squares) || 1;
}

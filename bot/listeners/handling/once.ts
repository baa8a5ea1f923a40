import { LRUCache } from 'lru-cache';

/** Does a piece of work once: the same key again gets the outcome of the first time. What failed is done again. */
export type Once = (input: { key: string; work: () => Promise<void> }) => Promise<void>;

const maxRemembered = 5000;

/** Remembers for as long as this process runs: what other processes have done must show elsewhere. */
export function createOnce(): Once {
  const begun = new LRUCache<string, Promise<void>>({ max: maxRemembered });
  return ({ key, work }) => {
    const before = begun.get(key);
    if (before !== undefined) return before;
    const working = work();
    working.catch(() => begun.delete(key));
    begun.set(key, working);
    return working;
  };
}

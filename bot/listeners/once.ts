import { createHash } from 'node:crypto';

/** Does the work of a key once; whoever asks again meanwhile, or shortly after it succeeded, gets the same answer. */
export type Once = <Result>(input: { key: unknown; work: () => Promise<Result> }) => Promise<Result>;

const keptMs = 10 * 60_000;

/** Guards acts for which the API has no idempotency key against double clicks. */
export function createOnce({ now }: { now: () => number }): Once {
  const done = new Map<string, { result: Promise<unknown>; until: number }>();
  return <Result>({ key, work }: { key: unknown; work: () => Promise<Result> }): Promise<Result> => {
    for (const [name, { until }] of done) if (until <= now()) done.delete(name);
    const name = createHash('sha256').update(JSON.stringify(key)).digest('hex');
    const known = done.get(name);
    // The key holds one kind of work only, so its result is of that kind.
    if (known !== undefined) return known.result as Promise<Result>;
    const result = work();
    done.set(name, { result, until: now() + keptMs });
    result.catch(() => done.delete(name));
    return result;
  };
}

import { isWaitedFor } from './database-errors.ts';

/** Runs works on the same thing one after the other, as they came; those on different things at the same time. */
export type Turns = <Result>(on: number | string, work: () => Promise<Result>) => Promise<Result>;

/** Turns that nobody waits for yet. Who waits behind a work that found its row locked for too long is refused with it. */
export function createTurns(): Turns {
  const last = new Map<number | string, Promise<unknown>>();
  return (on, work) => {
    const before = last.get(on) ?? Promise.resolve();
    const mine = before.then(work);
    const ended = mine.catch(error => {
      if (isWaitedFor(error)) throw error;
    });
    last.set(on, ended);
    const forget = () => {
      if (last.get(on) === ended) last.delete(on);
    };
    ended.then(forget, forget);
    return mine;
  };
}

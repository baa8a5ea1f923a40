import { isWaitedFor } from './database-errors.ts';

/** Runs works of the same number one after the other, as they came; those of different numbers at the same time. */
export type Turns = <Result>(number: number, work: () => Promise<Result>) => Promise<Result>;

/** Turns that nobody waits for yet. Who waits behind a work that found its row locked for too long is refused with it. */
export function createTurns(): Turns {
  const last = new Map<number, Promise<unknown>>();
  return (number, work) => {
    const before = last.get(number) ?? Promise.resolve();
    const mine = before.then(work);
    const ended = mine.catch(error => {
      if (isWaitedFor(error)) throw error;
    });
    last.set(number, ended);
    const forget = () => {
      if (last.get(number) === ended) last.delete(number);
    };
    ended.then(forget, forget);
    return mine;
  };
}

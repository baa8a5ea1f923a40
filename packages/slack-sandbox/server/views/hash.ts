import { newSecret } from '../ids.ts';

/** The state of a view: a new one with every change, to refuse writes that come too late. */
export function newHash(now: Date): string {
  return `${Math.floor(now.getTime() / 1000)}.${newSecret(4)}`;
}

import type { Category } from '@campus-desk/contract';

/** What a person said about an answer: this text was `from` and is `to`. */
export type Correction = { text: string; from: Category; to: Category; by: string; at: string };

/** Corrections oldest first, so that whoever speaks last about a text is heard. */
export function inOrder(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

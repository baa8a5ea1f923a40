import type { Category } from '@campus-desk/contract';

/** A person's verdict on an answer: this text was put under `from` and belongs under `to`. */
export type Correction = { text: string; from: Category; to: Category; by: string; at: string };

/** Corrections oldest first, so that the latest one about a text wins. */
export function inOrder(corrections: readonly Correction[]): Correction[] {
  return [...corrections].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

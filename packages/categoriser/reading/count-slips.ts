import { fold } from './fold.ts';

type CountSlipsInput = { typed: string; meant: string };

/** So few letters say little: the first of them has to be right. */
const shortLength = 5;

/**
 * How many letters somebody who meant the one word left out, added, replaced or swapped when they typed the other, accents
 * and case aside; undefined where these are two words.
 */
export function countSlips({ typed, meant }: CountSlipsInput): number | undefined {
  const [from, to] = [fold(typed), fold(meant)];
  const most = maxSlipsOf(from);
  const isSwapped = from[0] === to[1] && from[1] === to[0];
  if (from.length <= shortLength && from[0] !== to[0] && !isSwapped) return undefined;
  if (Math.abs(from.length - to.length) > most) return undefined;
  const slips = countEdits({ from, to });
  return slips <= most ? slips : undefined;
}

/** Of two short words that differ by two letters one is seldom meant for the other. */
function maxSlipsOf(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 8 ? 1 : 2;
}

/** The distance of Damerau and Levenshtein, where no letter is changed twice. */
function countEdits({ from, to }: { from: string; to: string }): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      now[column] = Math.min(
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, now];
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

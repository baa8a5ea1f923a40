import { fold } from './fold.ts';

const spelledOut: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** How a word may be written without its accents, folded: `Müller` as `muller` and as `mueller`. */
export function spellingsOf(word: string): string[] {
  const german = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[äöü]/g, letter => spelledOut[letter] ?? letter);
  return [...new Set([fold(word), fold(german)])];
}

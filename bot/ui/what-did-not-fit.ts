import { maxTextLength } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { line, quotation } from './elements.ts';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/**
 * The end of a text that is longer than its field: a command may be longer than a description, and Slack counts an
 * emoji as several characters where we count one. Nothing is thrown away unseen.
 */
export function whatDidNotFit({ text, texts }: { text: string; texts: Texts }): KnownBlock[] {
  const rest = text.slice(maxTextLength).toWellFormed();
  if (rest === '') return [];
  return [line(texts.common.tooLong({ max: maxTextLength })), quotation(shorten({ text: rest, max: 6000 }))];
}

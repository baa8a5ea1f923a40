import type { SlackJson } from '../../protocol.ts';
import { asList, asText, isObject } from './elements-of.ts';

/** The words Slack itself takes from blocks when a message brings no `text`. */
export function fallbackText(blocks: readonly SlackJson[]): string {
  return blocks
    .map(block => wordsOf(block).join(' '))
    .filter(words => words !== '')
    .join('\n');
}

function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (!isObject(value)) return [];
  if (typeof value.text === 'string') return [value.text];
  return [value.title, value.text, ...asList(value.fields), ...asList(value.elements)]
    .flatMap(wordsOf)
    .concat(asText(value.alt_text))
    .filter(word => word !== '');
}

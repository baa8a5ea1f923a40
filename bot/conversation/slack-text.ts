import { escapeText } from '../ui/text.ts';

/** The Slack users that a message mentions, in its text or in its blocks; the message is given as JSON. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(/(?:<@|"user_id":")([UW][A-Z0-9]*)/g)].flatMap(([, id]) => id ?? []))];
}

type ReadSlackTextInput = {
  text: string;
  /** Names of the mentioned users by id. */
  names?: ReadonlyMap<string, string>;
};

/**
 * A message's text as its author saw it: tokens become names and addresses, entities are decoded once, emoji names
 * and formatting marks stay as typed. Nothing in it is markup any more; who shows it escapes it again.
 */
export function readSlackText({ text, names = new Map() }: ReadSlackTextInput): string {
  return decodeEntities(
    text.replaceAll(/<([^<>]*)>/g, (_token, content: string) => readToken({ content, names })),
  );
}

function readToken({ content, names }: { content: string; names: ReadonlyMap<string, string> }): string {
  const [target = '', label = ''] = splitOnce(content);
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${label || escapeText(names.get(id) ?? id)}`;
  if (target.startsWith('#')) return `#${label || id}`;
  if (target.startsWith('!subteam^')) return label || '@group';
  if (target.startsWith('!')) return label || `@${id}`;
  if (label === '' || target === label || target === `mailto:${label}`) return label || target;
  return `${label} (${target})`;
}

function splitOnce(content: string): [string, string] {
  const bar = content.indexOf('|');
  return bar < 0 ? [content, ''] : [content.slice(0, bar), content.slice(bar + 1)];
}

/** The text with the `& < >` that Slack sends as entities; decoded once, in this order. */
export function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

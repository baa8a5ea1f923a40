import { get as emojiOf } from 'node-emoji';

/** A user's text for mrkdwn sinks such as the fallback `text`: Slack finds no token in it. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The beginning of a text that takes at most `max` characters once escaped, ending in `…` when something was cut;
 * cut between graphemes, so no emoji is torn.
 */
export function shorten({ text, max }: { text: string; max: number }): string {
  if (escapeText(text).length <= max) return text;
  let length = 1;
  let end = 0;
  for (const character of text) {
    length += escapeText(character).length;
    if (length > max) break;
    end += character.length;
  }
  const torn = graphemes.segment(text).containing(end);
  return `${text.slice(0, torn?.index ?? end).trimEnd()}…`;
}

/** One line of a text for lists: line breaks become spaces, the end is cut. */
export function oneLine({ text, max }: { text: string; max: number }): string {
  return shorten({ text: text.replaceAll(/\s+/g, ' '), max });
}

/** A user's text in a fallback: shortened, then escaped. */
export function fallbackPart({ text, max }: { text: string; max: number }): string {
  return escapeText(oneLine({ text, max }));
}

/** Slack writes emoji as names, and rich text shows names as they are: known ones become the character again. */
export function withEmoji(text: string): string {
  return text.replaceAll(/:([a-z0-9_+'-]+):/g, (shortcode, name: string) => emojiOf(name) ?? shortcode);
}

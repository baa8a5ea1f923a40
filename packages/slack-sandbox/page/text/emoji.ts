import { get, search } from 'node-emoji';

/** Names that Slack knows and the emoji list does not. */
const SLACK_NAMES: Record<string, string> = {
  bellhop_bell: '🛎️',
  black_circle: '⚫',
  hammer_and_wrench: '🛠️',
  large_brown_circle: '🟤',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_purple_circle: '🟣',
  large_red_square: '🟥',
  large_green_square: '🟩',
  large_yellow_circle: '🟡',
  large_yellow_square: '🟨',
  partying_face: '🥳',
  simple_smile: '🙂',
  thinking_face: '🤔',
  thumbsdown: '👎',
  thumbsup: '👍',
  tools: '🛠️',
};

const SKIN_TONES: Record<string, string> = { 2: '🏻', 3: '🏼', 4: '🏽', 5: '🏾', 6: '🏿' };

const SHORTCODE = /:([a-z0-9_+'-]+)(?:::skin-tone-([2-6]))?:/gi;

/** Those the picker offers before anything is typed. */
export const COMMON_EMOJI = [
  'thumbsup',
  'ticket',
  'white_check_mark',
  'eyes',
  'pray',
  'tada',
  'wave',
  'smile',
  'sweat_smile',
  'thinking_face',
  'cry',
  'heart',
  'fire',
  'warning',
  'rotating_light',
  'hourglass_flowing_sand',
  'bulb',
  'wrench',
  'electric_plug',
  'computer',
  'iphone',
  'school',
  'books',
  'coffee',
  'snowflake',
];

/** The character of a shortcode such as `tada`, or `undefined` for a name nobody knows. */
export function emojiOf(name: string, skinTone = ''): string | undefined {
  const key = name.toLowerCase();
  const character = SLACK_NAMES[key] ?? get(key);
  return character && character + (SKIN_TONES[skinTone] ?? '');
}

/** The text with every known shortcode replaced by its character. */
export function withEmoji(text: string): string {
  return text.replace(
    SHORTCODE,
    (shortcode, name: string, tone?: string) => emojiOf(name, tone) ?? shortcode,
  );
}

/** Emoji whose name contains what was typed, best first. */
export function findEmoji(typed: string, limit: number): { name: string; character: string }[] {
  const wanted = typed.toLowerCase();
  const own = Object.keys(SLACK_NAMES).filter(name => name.includes(wanted));
  const names = new Set([...own, ...search(wanted).map(found => found.name)]);
  return [...names]
    .sort((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)) || a.length - b.length)
    .slice(0, limit)
    .map(name => ({ name, character: emojiOf(name) ?? '' }));
}

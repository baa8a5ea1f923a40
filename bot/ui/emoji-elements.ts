import type { RichTextElement } from '@slack/types';
import { get as characterOf } from 'node-emoji';
import { literal } from './elements.ts';
import { withEmoji } from './text.ts';

/** A name as Slack writes it, with a skin tone or without; times such as 12:30:15 have no letter to begin with. */
const shortcodes = /(?<![\p{L}\d]):([a-z+-][a-z0-9_+'-]*):(?::skin-tone-([2-6]):)?(?![\p{L}\d])/gu;

/** The first of Slack's skin tones, which count from 2. */
const firstTone = 0x1f3fb;

/** Chooses how a character without a skin tone is drawn. */
const variation = 0xfe0f;

/** More would make a message that Slack refuses. */
const maxElements = 100;

/**
 * A person's words for rich text, literally, with what only Slack can draw as emoji elements: skin tones, flags, and the
 * emoji of a workspace. A name that no workspace has, Slack shows as it was typed.
 */
export function withEmojiElements(text: string): RichTextElement[] {
  const pieces: RichTextElement[] = [];
  let from = 0;
  for (const { 0: shortcode, 1: name = '', 2: tone, index } of text.matchAll(shortcodes)) {
    const character = characterOf(name);
    // Others are characters in the text, which every client draws.
    if (character !== undefined && tone === undefined) continue;
    if (pieces.length >= maxElements) break;
    pieces.push(...wordsOf(text.slice(from, index)), { type: 'emoji', name, ...toned({ character, tone }) });
    from = index + shortcode.length;
  }
  return [...pieces, ...wordsOf(text.slice(from))];
}

function wordsOf(text: string): RichTextElement[] {
  return text === '' ? [] : [literal(withEmoji(text))];
}

type TonedInput = { character: string | undefined; tone: string | undefined };

/** The skin tone comes after the first part of a character that has several. */
function toned({ character, tone }: TonedInput): { unicode?: string } {
  if (character === undefined || tone === undefined) return {};
  const [first = 0, ...rest] = [...character].map(part => part.codePointAt(0) ?? 0);
  const codes = [first, firstTone + Number(tone) - 2, ...rest.filter(code => code !== variation)];
  return { unicode: codes.map(code => code.toString(16)).join('-') };
}

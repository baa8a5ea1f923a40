import type { KnownBlock } from '@slack/types';
import { literal, paragraph } from './elements.ts';
import { escapeText, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** An answer to a command, for the person who typed it alone. */
export type ReplyLine = { text: string; blocks?: KnownBlock[] };

type ReplyLineInput = { line: string; typed: string; texts: Texts };

/**
 * One line of ours (`code` is marked up) and what was typed, which Slack has already taken out of the composer; the
 * typed text stays literal.
 */
export function replyLine({ line, typed, texts }: ReplyLineInput): ReplyLine {
  const repeated = texts.commands.typed({ typed: shorten({ text: typed, max: 2500 }) });
  return {
    text: `${escapeText(line)}\n${escapeText(repeated)}`,
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: escapeText(line), verbatim: true } },
      paragraph([literal(repeated)]),
    ],
  };
}

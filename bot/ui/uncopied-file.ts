import type { KnownBlock } from '@slack/types';
import { line } from './elements.ts';
import { readableSize } from './mirrored-message.ts';
import { escapeText, oneLine } from './text.ts';

type UncopiedFileInput = { name: string; size: number; author: string; isTooLarge: boolean };

/** What stands in place of a file that could not be copied into a thread: its name, why, and whom to ask. */
export function uncopiedFile(input: UncopiedFileInput): { text: string; blocks: KnownBlock[] } {
  const name = oneLine({ text: input.name, max: 200 });
  const author = oneLine({ text: input.author, max: 200 });
  const why = input.isTooLarge
    ? `is too large to be copied here (${readableSize(input.size)}).`
    : 'could not be copied here.';
  const words = `${name} ${why} Ask ${author} for it.`;
  return { text: escapeText(words), blocks: [line(words)] };
}

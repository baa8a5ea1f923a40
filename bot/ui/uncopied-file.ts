import type { Person } from '@campus-desk/contract';
import type { KnownBlock } from '@slack/types';
import { line } from './elements.ts';
import { formatName } from './format-name.ts';
import { readableSize } from './mirrored-message.ts';
import { escapeText, oneLine } from './text.ts';
import type { Texts } from './texts/texts.ts';

type UncopiedFileInput = { name: string; size: number; author: Person; isTooLarge: boolean; texts: Texts };

/** What stands in place of a file that could not be copied into a thread: its name, why, and whom to ask. */
export function uncopiedFile(input: UncopiedFileInput): { text: string; blocks: KnownBlock[] } {
  const { isTooLarge, size: bytes, texts } = input;
  const words = texts.notices.file;
  const file = oneLine({ text: input.name, max: 200 });
  const name = oneLine({ text: formatName({ person: input.author, texts }), max: 200 });
  const size = readableSize({ bytes, texts });
  const said = isTooLarge ? words.tooLarge({ file, size, name }) : words.failed({ file, name });
  return { text: escapeText(said), blocks: [line(said)] };
}

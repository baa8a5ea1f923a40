import type { Message, MessageFile } from '@campus-desk/contract';
import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { bold, literal, paragraph } from './elements.ts';
import { withEmojiElements } from './emoji-elements.ts';
import type { Mention } from './mention.ts';
import { escapeText, shorten } from './text.ts';

/** Longest fallback, in escaped characters: `chat.update` refuses more than 4,000. */
const maxFallbackLength = 3500;

/** What tells a note from what the reporter reads too. */
const noteKind = ' (note, only helpdesk sees it)';

type Shown = { text: string; blocks: KnownBlock[] };

type MirroredMessageInput = {
  message: Message;
  /** Who has to answer. */
  to?: Mention | undefined;
};

/** A message as another thread shows it: its author's name as text, the words literally, the files as links. */
export function mirroredMessage({ message, to }: MirroredMessageInput): Shown {
  const name = shorten({ text: message.actor.name, max: 200 });
  if (message.deletedAt !== null) return tombstone(name);
  const kind = message.internal ? [literal(noteKind)] : [];
  const everybody = message.toAll ? `everybody with the problem of ticket #${message.ticketNumber}` : '';
  const words = shorten({ text: message.body, max: maxFallbackLength - 500 });
  const fileNames = message.files.map(file => `[${describe(file)}]`);
  const text = shorten({
    text: [
      `${name}${message.internal ? noteKind : ''}${everybody && ` to ${everybody}`}: ${words}`,
      ...fileNames,
    ].join('\n'),
    max: maxFallbackLength,
  });
  const addressee: RichTextElement[] = to === undefined ? [] : [literal(' to '), to.element];
  const others = everybody && literal(`${to === undefined ? ' to' : ' and'} ${everybody}`);
  const body: RichTextElement[] = message.body === '' ? [] : withEmojiElements(`\n${message.body}`);
  const mark = message.editedAt === null ? [] : [literal(' (edited)')];
  return {
    text: escapeText(text),
    blocks: [
      paragraph([bold(name), ...kind, ...addressee, ...(others ? [others] : []), ...body, ...mark]),
      ...fileList(message.files),
    ],
  };
}

/** `photo.jpg (image/jpeg, 47 KB)`. */
function describe({ name, mimeType, size }: MessageFile): string {
  return `${shorten({ text: name, max: 200 })} (${mimeType}, ${readableSize(size)})`;
}

/** `47 KB`. */
export function readableSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function fileList(files: MessageFile[]): RichTextBlock[] {
  if (files.length === 0) return [];
  const elements = files.map<RichTextSection>(file => ({
    type: 'rich_text_section',
    elements: [{ type: 'link', url: file.url, text: describe(file) }],
  }));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

function tombstone(name: string): Shown {
  const words = '(message deleted)';
  return {
    text: escapeText(`${name}: ${words}`),
    blocks: [paragraph([bold(name), literal(' '), { type: 'text', text: words, style: { italic: true } }])],
  };
}

import type { Message, MessageFile } from '@campus-desk/contract';
import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { bold, literal, paragraph, sentence } from './elements.ts';
import { withEmojiElements } from './emoji-elements.ts';
import { formatName } from './format-name.ts';
import type { Mention } from './mention.ts';
import { escapeText, shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Longest fallback, in escaped characters: `chat.update` refuses more than 4,000. */
const maxFallbackLength = 3500;

type Shown = { text: string; blocks: KnownBlock[] };

type MirroredMessageInput = {
  message: Message;
  /** Who has to answer. */
  to?: Mention | undefined;
  texts: Texts;
};

/** A message as another thread shows it: its author's name as text, the words literally, the files as links. */
export function mirroredMessage({ message, to, texts }: MirroredMessageInput): Shown {
  const { says, message: words } = texts.notices;
  const name = formatName({ person: message.actor, texts });
  if (message.deletedAt !== null) return tombstone({ name, texts });
  const body = shorten({ text: message.body, max: maxFallbackLength - 500 });
  const fileNames = message.files.map(file => `[${describe({ file, texts })}]`);
  // Slack would show the token of the person besides.
  const who = headOf({ message, to: undefined, texts, name }).map(piece =>
    'text' in piece ? piece.text : '',
  );
  const text = shorten({
    text: [says({ who: who.join(''), words: body }), ...fileNames].join('\n'),
    max: maxFallbackLength,
  });
  const shown: RichTextElement[] = message.body === '' ? [] : withEmojiElements(`\n${message.body}`);
  const mark = message.editedAt === null ? [] : [literal(` ${words.edited}`)];
  return {
    text: escapeText(text),
    blocks: [
      paragraph([...headOf({ message, to, texts, name }), ...shown, ...mark]),
      ...fileList({ files: message.files, texts }),
    ],
  };
}

type HeadOfInput = MirroredMessageInput & { name: string };

/** Who writes, and to whom. */
function headOf({ message, to, texts, name: author }: HeadOfInput): RichTextElement[] {
  const { message: words } = texts.notices;
  const name = bold(author);
  const number = message.ticketNumber;
  if (message.internal) return sentence({ message: words.note, pieces: { name } });
  if (!message.toAll)
    return to === undefined ? [name] : sentence({ message: words.to, pieces: { name, person: to.element } });
  if (to === undefined)
    return sentence({ message: pieces => words.toAll({ ...pieces, number }), pieces: { name } });
  return sentence({
    message: pieces => words.toPersonAndAll({ ...pieces, number }),
    pieces: { name, person: to.element },
  });
}

type DescribeInput = { file: MessageFile; texts: Texts };

/** `photo.jpg (image/jpeg, 47 KB)`. */
function describe({ file: { name, mimeType, size }, texts }: DescribeInput): string {
  return `${shorten({ text: name, max: 200 })} (${mimeType}, ${readableSize({ bytes: size, texts })})`;
}

/** `47 KB`. */
export function readableSize({ bytes, texts }: { bytes: number; texts: Texts }): string {
  const { file } = texts.notices;
  if (bytes < 1024) return file.bytes({ count: bytes });
  if (bytes < 1024 * 1024) return file.kilobytes({ count: Math.round(bytes / 1024) });
  return file.megabytes({ count: Math.round((bytes / 1024 / 1024) * 10) / 10 });
}

function fileList({ files, texts }: { files: MessageFile[]; texts: Texts }): RichTextBlock[] {
  if (files.length === 0) return [];
  const elements = files.map<RichTextSection>(file => ({
    type: 'rich_text_section',
    elements: [{ type: 'link', url: file.url, text: describe({ file, texts }) }],
  }));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] }];
}

function tombstone({ name, texts }: { name: string; texts: Texts }): Shown {
  const { says, message: words } = texts.notices;
  const deleted: RichTextElement = { type: 'text', text: words.deleted, style: { italic: true } };
  return {
    text: escapeText(says({ who: name, words: words.deleted })),
    blocks: [paragraph([bold(name), literal(' '), deleted])],
  };
}

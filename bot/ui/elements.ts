import type {
  Button,
  ContextBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextDate,
  RichTextElement,
  RichTextText,
  SectionBlock,
} from '@slack/types';
import { shorten } from './text.ts';
import type { Texts } from './texts/texts.ts';

/** Text in which Slack parses nothing, neither tokens nor emoji names. */
export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** A literal piece of rich text. */
export function literal(text: string): RichTextText {
  return { type: 'text', text };
}

/** A literal piece of rich text that stands out. */
export function bold(text: string): RichTextText {
  return { type: 'text', text, style: { bold: true } };
}

/** A moment in the viewer's own time zone and language. */
export function moment(iso: string): RichTextDate {
  return {
    type: 'date',
    timestamp: Math.floor(Date.parse(iso) / 1000),
    format: '{date_short_pretty} {time}',
    fallback: `${iso.slice(0, 16).replace('T', ' ')} UTC`,
  };
}

/** The same in a text of ours that is marked up. */
export function momentInMrkdwn(iso: string): string {
  const { timestamp, format, fallback = iso } = moment(iso);
  return `<!date^${timestamp}^${format}|${fallback}>`;
}

/** A moment within a sentence, as "tomorrow at 8:00". */
export function dayAndTime({ at, texts }: { at: Date; texts: Texts }): RichTextDate {
  const format = texts.common.dayAndTime({ day: '{date_long_pretty}', time: '{time}' });
  return { ...moment(at.toISOString()), format };
}

/** A user's text as a quotation, literally. */
export function quotation(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: [literal(text)] }] };
}

/** A line of our own words; a user's text inside stays literal, and is cut where Slack would refuse it. */
export function line(text: string): SectionBlock {
  return { type: 'section', text: plain(shorten({ text, max: 2900 })) };
}

/** A small grey line; a user's words inside stay literal. */
export function remark(text: string): ContextBlock {
  return { type: 'context', elements: [plain(text)] };
}

/** A paragraph of literal, bold, date and link pieces. */
export function paragraph(elements: RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

type SentenceInput<Name extends string> = {
  message: (values: Record<Name, string>) => string;
  pieces: Record<Name, RichTextElement>;
};

/** A message as literal pieces, with others, such as bold ones, where it names them. */
export function sentence<Name extends string>({ message, pieces }: SentenceInput<Name>): RichTextElement[] {
  const named = new Map<string, RichTextElement>(Object.entries(pieces));
  const marked = [...named.keys()].map(name => [name, `\0${name}\0`]);
  // The names of the pieces, each between marks.
  const parts = message(Object.fromEntries(marked) as Record<Name, string>).split('\0');
  return parts.filter(part => part !== '').map(part => named.get(part) ?? literal(part));
}

type ButtonInput = {
  text: string;
  actionId: string;
  value?: string;
  style?: 'primary' | 'danger';
  /** What screen readers say instead of `text`, where the same text stands several times. */
  label?: string;
};

/** A button whose text is plain; its listener is the one registered for `actionId`. */
export function button({ text, actionId, value, style, label }: ButtonInput): Button {
  return {
    type: 'button',
    text: plain(text),
    action_id: actionId,
    ...(value === undefined ? {} : { value }),
    ...(style === undefined ? {} : { style }),
    ...(label === undefined ? {} : { accessibility_label: label }),
  };
}

/** An entry of a select, with plain text. */
export function option({ text, value }: { text: string; value: string }): PlainTextOption {
  return { text: plain(text), value };
}

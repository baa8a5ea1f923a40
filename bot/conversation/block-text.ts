import { z } from 'zod';
import { escapeText } from '../ui/text.ts';

const objectSchema = z.record(z.string(), z.unknown()).catch({});
const listSchema = z.array(objectSchema).catch([]);
const stringSchema = z.string().catch('');

type Json = Record<string, unknown>;

/** What the blocks of a message say, as Slack's markup: a line each; empty when they say nothing. */
export function blockText(blocks: unknown): string {
  return joined(listSchema.parse(blocks).map(textOfBlock), '\n');
}

function textOfBlock(block: Json): string {
  const { type, text, title, fields, elements } = block;
  if (type === 'rich_text') return joined(listSchema.parse(elements).map(textOfRichText), '\n');
  // Buttons and inputs are no words.
  const spoken = type === 'context' ? listSchema.parse(elements) : [];
  return joined([text, title, ...listSchema.parse(fields), ...spoken].map(textOfObject), '\n');
}

/** A text object; only `mrkdwn` has markup. */
function textOfObject(value: unknown): string {
  const { type, text } = objectSchema.parse(value);
  const words = stringSchema.parse(text);
  return type === 'mrkdwn' ? words : escapeText(words);
}

function textOfRichText(element: Json): string {
  const children = listSchema.parse(element.elements).map(textOfRichText);
  if (element.type === 'rich_text_list') return children.map(child => `• ${child}`).join('\n');
  if (children.length > 0) return children.join('');
  return richTokens[stringSchema.parse(element.type)]?.(element) ?? '';
}

const field = (element: Json, name: string): string => escapeText(stringSchema.parse(element[name]));

/** The smallest parts of rich text, by their type. */
const richTokens: Record<string, (element: Json) => string> = {
  text: element => field(element, 'text'),
  link: element => `<${field(element, 'url')}|${field(element, 'text')}>`,
  emoji: element => `:${field(element, 'name')}:`,
  user: element => `<@${field(element, 'user_id')}>`,
  usergroup: element => `<!subteam^${field(element, 'usergroup_id')}>`,
  channel: element => `<#${field(element, 'channel_id')}>`,
  broadcast: element => `<!${field(element, 'range')}>`,
  date: element => field(element, 'fallback'),
};

function joined(parts: string[], separator: string): string {
  return parts.filter(part => part !== '').join(separator);
}

import { blockText } from './block-text.ts';
import { type Content, contentSchema } from './message-content.ts';

/** What a message says, as Slack's markup: its own words, and those of the messages it forwards. */
export function textOfContent({ text, attachments, blocks }: Content): string {
  const parts = attachments ?? [];
  const forwarded = parts.filter(part => part.is_share);
  // Previews of links only matter where nothing else is said; bots often say all they say in blocks or attachments.
  const words = text ? [text, ...forwarded.map(textOfPart)] : [blockText(blocks), ...parts.map(textOfPart)];
  return words.filter(word => word !== '').join('\n');
}

/** The same for a message as it came from Slack; empty when it is none. */
export function messageText(message: unknown): string {
  const parsed = contentSchema.safeParse(message);
  return parsed.success ? textOfContent(parsed.data) : '';
}

type Part = NonNullable<Content['attachments']>[number];

function textOfPart({ text, blocks, message_blocks, fallback }: Part): string {
  const quoted = (message_blocks ?? []).map(({ message }) => blockText(message?.blocks));
  return text || blockText(blocks) || quoted.filter(Boolean).join('\n') || fallback || '';
}

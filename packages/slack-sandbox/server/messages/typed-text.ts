import { has as isEmoji } from 'node-emoji';
import type { SlackJson } from '../../protocol.ts';
import type { Workspace } from '../state/workspace.ts';

/** Escapes the three characters Slack escapes in every text it hands to an app. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a person typed, as Slack stores it: escaped, with mentions and links as tokens. */
export function typedText({ text, workspace }: { text: string; workspace: Workspace }): string {
  return pieces({ text, workspace })
    .map(piece => {
      if (piece.type === 'user') return `<@${piece.user_id}>`;
      if (piece.type === 'channel') return `<#${piece.channel_id}|${piece.name}>`;
      if (piece.type === 'broadcast') return `<!${piece.range}>`;
      if (piece.type === 'link') return `<${escapeText(piece.url)}>`;
      if (piece.type === 'emoji') return `:${piece.name}:`;
      return escapeText(piece.text);
    })
    .join('');
}

/** The rich text block Slack's composer makes of what a person typed. */
export function typedBlocks({ text, workspace }: { text: string; workspace: Workspace }): SlackJson[] {
  const elements = pieces({ text, workspace }).map(piece => {
    if (piece.type !== 'channel') return piece;
    return { type: piece.type, channel_id: piece.channel_id };
  });
  return [{ type: 'rich_text', block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] }];
}

type Piece =
  | { type: 'text'; text: string }
  | { type: 'user'; user_id: string }
  | { type: 'channel'; channel_id: string; name: string }
  | { type: 'broadcast'; range: string }
  | { type: 'link'; url: string }
  | { type: 'emoji'; name: string };

function pieces({ text, workspace }: { text: string; workspace: Workspace }): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(tokensOf(workspace))) {
    const piece = pieceOf({ token: match[0], workspace });
    if (piece === undefined) continue;
    if (match.index > from) found.push({ type: 'text', text: text.slice(from, match.index) });
    found.push(piece);
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ type: 'text', text: text.slice(from) });
  return found;
}

/** Addresses without the punctuation after them, mentions of those who exist, channels, emoji. */
function tokensOf(workspace: Workspace): RegExp {
  const names = [...workspace.people.all().flatMap(({ name, realName }) => [name, realName]), ...broadcasts];
  const known = names.toSorted((one, other) => other.length - one.length).map(escapeExpression);
  const address = String.raw`https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]}'"]`;
  const mention = String.raw`(?<![\w@])@(?:${known.join('|')})(?![\p{L}\d_])`;
  const channel = String.raw`(?<![\w#])#[\p{L}\d_-]+`;
  return new RegExp(`${address}|${mention}|${channel}|:[a-z0-9_+-]+:`, 'giu');
}

const broadcasts = ['here', 'channel', 'everyone'];

function pieceOf({ token, workspace }: { token: string; workspace: Workspace }): Piece | undefined {
  const name = token.slice(1).toLowerCase();
  if (token.startsWith(':')) return isEmoji(token) ? { type: 'emoji', name: token.slice(1, -1) } : undefined;
  if (token.startsWith('#')) {
    const channel = workspace.conversations
      .all()
      .find(known => known.kind === 'channel' && known.name === name);
    return channel && { type: 'channel', channel_id: channel.id, name };
  }
  if (!token.startsWith('@')) return { type: 'link', url: token };
  if (broadcasts.includes(name)) return { type: 'broadcast', range: name };
  const person = workspace.people
    .all()
    .find(known => [known.name, known.realName].some(called => called.toLowerCase() === name));
  return person && { type: 'user', user_id: person.id };
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

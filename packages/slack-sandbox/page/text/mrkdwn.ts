import { emojiOf } from './emoji.ts';
import { decodeEntities } from './entities.ts';
import { type Inline, readToken } from './token.ts';

export type Paragraph =
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'preformatted'; text: string };

type Rules = { verbatim: boolean };
/** Markers that nothing further on in a line ends, so that a line is searched once for each. */
type Unended = Set<string>;
type Found = { node: Inline; length: number };

const STYLES: Record<string, 'bold' | 'italic' | 'strike'> = { '*': 'bold', _: 'italic', '~': 'strike' };
const FENCED = /```([\s\S]+?)```/g;
const QUOTED = /^(?:&gt;|>) ?/;
const QUOTED_TO_THE_END = /^(?:&gt;|>){3} ?/;
const EMOJI = /:([a-z0-9_+'-]+)(?:::skin-tone-([2-6]))?:/iy;
const WEB_ADDRESS = /https?:\/\/[^\s<>|"]*[^\s<>|".,;:!?)\]}'*_~`]/iy;
const WORD = /[\p{L}\p{N}]/u;

/** Slack's mrkdwn as paragraphs of plain data; anything that is not mrkdwn stays the text it was. */
export function parseMrkdwn(text: string, rules: Rules = { verbatim: false }): Paragraph[] {
  return text.split(FENCED).flatMap((part, index) => {
    if (index % 2 === 1)
      return [{ kind: 'preformatted' as const, text: plainText(part.replace(/^\n|\n$/g, '')) }];
    const trimmed = part.replace(index > 0 ? /^\n/ : /^$/, '');
    return trimmed ? parseLines(trimmed, rules) : [];
  });
}

function parseLines(text: string, rules: Rules): Paragraph[] {
  const paragraphs: { kind: 'paragraph' | 'quote'; lines: string[] }[] = [];
  const lines = text.split('\n');
  const quoteAll = lines.findIndex(line => QUOTED_TO_THE_END.test(line));
  lines.forEach((line, index) => {
    const isInTail = quoteAll >= 0 && index >= quoteAll;
    const kind = isInTail || QUOTED.test(line) ? 'quote' : 'paragraph';
    const bare = isInTail ? line.replace(QUOTED_TO_THE_END, '') : line.replace(QUOTED, '');
    const last = paragraphs.at(-1);
    if (last?.kind === kind) last.lines.push(bare);
    else paragraphs.push({ kind, lines: [bare] });
  });
  return paragraphs.map(({ kind, lines: own }) => ({
    kind,
    // Styles never reach over the end of a line, so each line is read alone.
    children: own.flatMap((line, index) => [
      ...(index > 0 ? [{ kind: 'text' as const, text: '\n' }] : []),
      ...parseInline(line, rules),
    ]),
  }));
}

/** The styles, tokens, links and emoji of one line. */
function parseInline(line: string, rules: Rules): Inline[] {
  const nodes: Inline[] = [];
  let pending = '';
  const flush = () => {
    if (pending) nodes.push({ kind: 'text', text: decodeEntities(pending) });
    pending = '';
  };
  const unended: Unended = new Set();
  let at = 0;
  while (at < line.length) {
    const found = findNode(line, at, rules, unended);
    if (found) {
      flush();
      nodes.push(found.node);
    } else {
      pending += line[at];
    }
    at += found?.length ?? 1;
  }
  flush();
  return nodes;
}

function findNode(line: string, at: number, rules: Rules, unended: Unended): Found | undefined {
  const character = line[at] ?? '';
  if (character === '<') return findToken(line, at);
  if (character === '`') return findCode(line, at);
  if (character in STYLES) return findStyle(line, at, rules, unended);
  if (character === ':') return findEmojiAt(line, at);
  if (character === 'h' && !rules.verbatim && !WORD.test(line[at - 1] ?? '')) return findWebAddress(line, at);
  return undefined;
}

function findToken(line: string, at: number): Found | undefined {
  const end = line.indexOf('>', at);
  const node = end > 0 ? readToken(line.slice(at + 1, end)) : undefined;
  return node && { node, length: end + 1 - at };
}

function findCode(line: string, at: number): Found | undefined {
  const end = line.indexOf('`', at + 1);
  if (end <= at + 1) return undefined;
  return { node: { kind: 'code', text: plainText(line.slice(at + 1, end)) }, length: end + 1 - at };
}

function findStyle(line: string, at: number, rules: Rules, unended: Unended): Found | undefined {
  const marker = line[at] ?? '';
  const kind = STYLES[marker];
  const before = line[at - 1] ?? ' ';
  const first = line[at + 1] ?? ' ';
  if (
    !kind ||
    unended.has(marker) ||
    WORD.test(before) ||
    before === marker ||
    /\s/.test(first) ||
    first === marker
  )
    return undefined;
  const end = findStyleEnd(line, at + 1, marker);
  if (end < 0) {
    unended.add(marker);
    return undefined;
  }
  return {
    node: { kind, children: parseInline(line.slice(at + 1, end), rules) },
    length: end + 1 - at,
  };
}

function findStyleEnd(line: string, from: number, marker: string): number {
  for (let at = from; at < line.length; at += 1) {
    const skipped =
      line[at] === '<' ? findToken(line, at) : line[at] === '`' ? findCode(line, at) : undefined;
    if (skipped) at += skipped.length - 1;
    else if (line[at] === marker && at > from && isStyleEnd(line, at, marker)) return at;
  }
  return -1;
}

function isStyleEnd(line: string, at: number, marker: string): boolean {
  const after = line[at + 1] ?? ' ';
  return !/\s/.test(line[at - 1] ?? ' ') && !WORD.test(after) && after !== marker;
}

function findEmojiAt(line: string, at: number): Found | undefined {
  EMOJI.lastIndex = at;
  const match = EMOJI.exec(line);
  const character = match && emojiOf(match[1] ?? '', match[2]);
  return character
    ? { node: { kind: 'emoji', character, name: match[1] ?? '' }, length: match[0].length }
    : undefined;
}

function findWebAddress(line: string, at: number): Found | undefined {
  WEB_ADDRESS.lastIndex = at;
  const match = WEB_ADDRESS.exec(line);
  if (!match) return undefined;
  const url = decodeEntities(match[0]);
  return { node: { kind: 'link', url, label: url }, length: match[0].length };
}

/** Inside code only tokens and entities mean something: they read as their words. */
function plainText(code: string): string {
  const words = code.replace(/<([^<>]+)>/g, (token, inner: string) => {
    const node = readToken(inner);
    return node?.kind === 'link' ? node.label : token;
  });
  return decodeEntities(words);
}

import type { RichTextBlock, RichTextBlockElement, RichTextElement, RichTextList } from '@slack/types';
import { emojiOf } from '../text/emoji.ts';
import { Inlines } from '../text/formatted.tsx';
import type { Inline } from '../text/token.ts';

/** Rich text: what a person wrote, already parsed, so nothing in it is read as markup again. */
export function RichText({ block }: { block: RichTextBlock }) {
  return (
    <div class="text rich-text">
      {block.elements.map((element, index) => (
        <RichTextPart key={index} element={element} />
      ))}
    </div>
  );
}

function RichTextPart({ element }: { element: RichTextBlockElement }) {
  switch (element.type) {
    case 'rich_text_section':
      return (
        <span class="paragraph">
          <Inlines nodes={element.elements.map(inlineOf)} />
        </span>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Inlines nodes={element.elements.map(inlineOf)} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Inlines nodes={element.elements.map(inlineOf)} />
        </pre>
      );
    case 'rich_text_list':
      return <RichList list={element} />;
  }
}

function RichList({ list }: { list: RichTextList }) {
  const items = list.elements.map((item, index) => (
    <li key={index}>
      <Inlines nodes={item.elements.map(inlineOf)} />
    </li>
  ));
  const style = { marginInlineStart: `${(list.indent ?? 0) * 24}px` };
  return list.style === 'ordered' ? <ol style={style}>{items}</ol> : <ul style={style}>{items}</ul>;
}

function inlineOf(element: RichTextElement): Inline {
  const node = bareInline(element);
  const { style } = element;
  if (style?.code) return { kind: 'code', text: wordsOf(node) };
  const styled: Inline = style?.strike ? { kind: 'strike', children: [node] } : node;
  const slanted: Inline = style?.italic ? { kind: 'italic', children: [styled] } : styled;
  return style?.bold ? { kind: 'bold', children: [slanted] } : slanted;
}

function bareInline(element: RichTextElement): Inline {
  switch (element.type) {
    case 'text':
      return { kind: 'text', text: element.text };
    case 'link':
      return { kind: 'link', url: element.url, label: element.text ?? element.url };
    case 'user':
      return { kind: 'user', id: element.user_id, label: '' };
    case 'channel':
      return { kind: 'channel', id: element.channel_id, label: '' };
    case 'broadcast':
      return { kind: 'broadcast', name: element.range };
    case 'usergroup':
      return { kind: 'group', label: `@${element.usergroup_id}` };
    case 'team':
      return { kind: 'group', label: `@${element.team_id}` };
    case 'color':
      return { kind: 'code', text: element.value };
    case 'date':
      return {
        kind: 'date',
        timestamp: element.timestamp,
        format: element.format,
        link: element.url ?? '',
        fallback: element.fallback ?? '',
      };
    case 'emoji': {
      const character = emojiOf(element.name);
      return character
        ? { kind: 'emoji', character, name: element.name }
        : { kind: 'text', text: `:${element.name}:` };
    }
  }
}

function wordsOf(node: Inline): string {
  if (node.kind === 'text' || node.kind === 'code') return node.text;
  if (node.kind === 'emoji') return node.character;
  return 'label' in node ? node.label : '';
}

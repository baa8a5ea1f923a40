import type { RichTextInput } from '@slack/types';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { ariaOf, useElement } from './use-element.ts';
import { useGrowing } from './use-growing.ts';

/** A rich text field without its formatting bar: what is typed is sent as one section of text. */
export function RichTextInputElement({ element, field }: ElementProps<RichTextInput>) {
  const { value, keep } = useElement(element, field);
  const typed = textIn(value.rich_text_value);
  const grow = useGrowing(typed);
  return (
    <textarea
      {...ariaOf(field, element.placeholder?.text ?? 'Text')}
      ref={grow}
      rows={4}
      value={typed}
      placeholder={element.placeholder ? plainText(element.placeholder) : undefined}
      onInput={event => keep({ rich_text_value: richText(event.currentTarget.value) })}
    />
  );
}

function richText(text: string) {
  if (!text) return null;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function textIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(textIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  return 'elements' in value ? textIn(value.elements) : '';
}

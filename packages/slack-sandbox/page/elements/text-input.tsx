import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { ariaOf, useElement } from './use-element.ts';
import { useGrowing } from './use-growing.ts';
import { useLatest } from './use-latest.ts';

type TextInput = PlainTextInput | NumberInput | EmailInput | URLInput;

const INPUT_MODES = {
  plain_text_input: 'text',
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
} as const;

/** A line or a page of text. The length is counted, never cut: nothing a person pastes is lost. */
export function TextInputElement({ element, field }: ElementProps<TextInput>) {
  const { value, keep, send } = useElement(element, field);
  const typed = typeof value.value === 'string' ? value.value : '';
  const sendLatest = useLatest(send);
  const grow = useGrowing(typed);
  const isMultiline = element.type === 'plain_text_input' && element.multiline === true;
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];

  const onInput = (text: string) => {
    const next = { value: text === '' ? null : text };
    keep(next);
    if (field.sendsActions && triggers.includes('on_character_entered')) sendLatest(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || isMultiline) return;
    // Where Enter is no action of the field, it sends the form as in any other.
    if (!field.sendsActions || !triggers.includes('on_enter_pressed')) return;
    event.preventDefault();
    void send({ value: typed });
  };

  const attributes = {
    ...ariaOf(field, element.placeholder?.text ?? 'Text'),
    value: typed,
    placeholder: element.placeholder ? plainText(element.placeholder) : undefined,
    onKeyDown,
  };
  return (
    <>
      {isMultiline ? (
        <textarea {...attributes} ref={grow} rows={4} onInput={event => onInput(event.currentTarget.value)} />
      ) : (
        <input
          {...attributes}
          type="text"
          inputMode={INPUT_MODES[element.type]}
          onInput={event => onInput(event.currentTarget.value)}
        />
      )}
      {element.type === 'plain_text_input' && <Counter typed={typed} most={element.max_length} />}
    </>
  );
}

function Counter({ typed, most }: { typed: string; most: number | undefined }) {
  if (most === undefined || typed.length < most * 0.6) return null;
  const left = most - typed.length;
  return (
    <span class={`counter ${left < 0 ? 'is-over' : ''}`} role="status">
      {left < 0 ? `${-left} ${left === -1 ? 'character' : 'characters'} too many` : `${left} left`}
    </span>
  );
}

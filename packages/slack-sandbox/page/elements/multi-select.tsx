import type {
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiStaticSelect,
  MultiUsersSelect,
} from '@slack/types';
import { useRef, useState } from 'preact/hooks';
import { Popup } from '../controls/popup.tsx';
import { chosenValues } from '../state/chosen.ts';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { entitiesOf } from './entity-select.tsx';
import { allOptions, sentOption } from './options.ts';
import { ariaOf, useElement } from './use-element.ts';

type MultiSelect = MultiStaticSelect | MultiUsersSelect | MultiChannelsSelect | MultiConversationsSelect;

const KEYS = {
  multi_static_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
} as const;

/** A menu in which several can be ticked; the app receives them when it closes, as in Slack. */
export function MultiSelectElement({ element, field }: ElementProps<MultiSelect>) {
  const { value, isWaiting, keep, send } = useElement(element, field);
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const before = useRef('');
  const choices = choicesOf(element);
  const ids = value[KEYS[element.type]];
  const chosen =
    element.type === 'multi_static_select' ? chosenValues(value) : Array.isArray(ids) ? ids.map(String) : [];
  const placeholder = element.placeholder ? plainText(element.placeholder) : 'Select options';
  const words = choices.filter(choice => chosen.includes(choice.id)).map(choice => choice.name);
  const isFull = chosen.length >= (element.max_selected_items ?? Number.POSITIVE_INFINITY);

  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id];
    keep({ [KEYS[element.type]]: sentValues(element, next) });
  };
  const open = () => {
    before.current = chosen.join();
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    if (field.sendsActions && before.current !== chosen.join()) void send(value);
  };

  return (
    <>
      <button
        {...ariaOf(field, [placeholder, ...words].join(', '))}
        ref={anchor}
        type="button"
        class={`select-button ${isWaiting ? 'is-waiting' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : open())}
      >
        {words.length > 0 ? words.join(', ') : <span class="placeholder">{placeholder}</span>}
      </button>
      {isOpen && (
        <Popup anchor={anchor} label={placeholder} onClose={close} className="choices">
          {choices.map(choice => (
            <label key={choice.id} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(choice.id)}
                disabled={isFull && !chosen.includes(choice.id)}
                onChange={() => toggle(choice.id)}
              />
              <span>{choice.name}</span>
            </label>
          ))}
        </Popup>
      )}
    </>
  );
}

function choicesOf(element: MultiSelect): { id: string; name: string }[] {
  if (element.type !== 'multi_static_select') return entitiesOf(element.type);
  return allOptions(element).map(option => ({ id: option.value ?? '', name: plainText(option.text) }));
}

function sentValues(element: MultiSelect, ids: string[]): unknown[] {
  if (element.type !== 'multi_static_select') return ids;
  return allOptions(element)
    .filter(option => ids.includes(option.value ?? ''))
    .map(sentOption);
}

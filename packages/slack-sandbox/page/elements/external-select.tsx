import type { ExternalSelect, Option } from '@slack/types';
import { useContext, useRef, useState } from 'preact/hooks';
import { Popup } from '../controls/popup.tsx';
import { act } from '../state/acts.ts';
import { plainText } from '../text/formatted.tsx';
import { actionIdOf, type ElementProps } from './element-types.ts';
import { readSuggestions, sentOption } from './options.ts';
import { SurfaceContext } from './surface.ts';
import { ariaOf, useElement } from './use-element.ts';

const PAUSE_MS = 200;

/** A menu whose options the app answers while the person types. */
export function ExternalSelectElement({ element, field }: ElementProps<ExternalSelect>) {
  const surface = useContext(SurfaceContext);
  const { value, isWaiting, change } = useElement(element, field);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [options, setOptions] = useState<Option[]>([]);
  const [note, setNote] = useState('');
  const anchor = useRef<HTMLInputElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const least = element.min_query_length ?? 3;
  const placeholder = element.placeholder ? plainText(element.placeholder) : 'Type to search';

  const look = (text: string) => {
    setTyped(text);
    clearTimeout(pause.current);
    if (text.length < least) {
      setOptions([]);
      setNote(`Type at least ${least} characters`);
      return;
    }
    setNote('Searching…');
    pause.current = setTimeout(async () => {
      const result = await act({
        type: 'suggest',
        source: surface.source,
        blockId: field.blockId,
        actionId: actionIdOf(element),
        value: text,
      });
      const found = result.ok ? readSuggestions(result) : [];
      setOptions(found);
      setNote(result.ok ? (found.length === 0 ? 'No results' : '') : result.message);
    }, PAUSE_MS);
  };
  const choose = (option: Option) => {
    setTyped(undefined);
    change({ selected_option: sentOption(option) });
    anchor.current?.focus();
  };

  return (
    <>
      <input
        {...ariaOf(field, placeholder)}
        ref={anchor}
        type="text"
        role="combobox"
        aria-expanded={typed !== undefined}
        aria-autocomplete="list"
        aria-controls={`${field.inputId}-options`}
        class={isWaiting ? 'is-waiting' : ''}
        placeholder={placeholder}
        value={typed ?? chosenWords(value.selected_option)}
        onInput={event => look(event.currentTarget.value)}
        onFocus={() => least === 0 && typed === undefined && look('')}
      />
      {typed !== undefined && (
        <Popup
          anchor={anchor}
          label={placeholder}
          keepsFocus
          className="menu"
          onClose={() => setTyped(undefined)}
        >
          <div id={`${field.inputId}-options`} role="listbox" aria-label={placeholder}>
            {options.map(option => (
              <button
                key={option.value}
                type="button"
                role="option"
                aria-selected={false}
                onClick={() => choose(option)}
              >
                {plainText(option.text)}
              </button>
            ))}
          </div>
          {note && <p class="popup-note">{note}</p>}
        </Popup>
      )}
    </>
  );
}

function chosenWords(chosen: unknown): string {
  if (typeof chosen !== 'object' || chosen === null || !('text' in chosen)) return '';
  const { text } = chosen;
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}

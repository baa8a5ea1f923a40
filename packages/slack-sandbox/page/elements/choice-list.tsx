import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import { chosenValue, chosenValues } from '../state/chosen.ts';
import { Text } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { sentOption } from './options.ts';
import { useElement } from './use-element.ts';

/** One of a few. */
export function RadioButtonsElement({ element, field }: ElementProps<RadioButtons>) {
  const { value, isWaiting, change } = useElement(element, field);
  return (
    <ChoiceList
      type="radio"
      field={field}
      options={element.options}
      chosen={[chosenValue(value)]}
      isWaiting={isWaiting}
      choose={option => change({ selected_option: sentOption(option) })}
    />
  );
}

/** Any of a few. */
export function CheckboxesElement({ element, field }: ElementProps<Checkboxes>) {
  const { value, isWaiting, change } = useElement(element, field);
  const chosen = chosenValues(value);
  const choose = (option: Option) => {
    const isOn = chosen.includes(option.value ?? '');
    const next = element.options.filter(one => (one === option ? !isOn : chosen.includes(one.value ?? '')));
    change({ selected_options: next.map(sentOption) });
  };
  return (
    <ChoiceList
      type="checkbox"
      field={field}
      options={element.options}
      chosen={chosen}
      isWaiting={isWaiting}
      choose={choose}
    />
  );
}

type ChoiceListProps = {
  type: 'radio' | 'checkbox';
  field: ElementProps<never>['field'];
  options: Option[];
  chosen: string[];
  isWaiting: boolean;
  choose: (option: Option) => void;
};

function ChoiceList({ type, field, options, chosen, isWaiting, choose }: ChoiceListProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always a group
    <div
      class={`choice-list ${isWaiting ? 'is-waiting' : ''}`}
      role={type === 'radio' ? 'radiogroup' : 'group'}
      aria-labelledby={field.isLabelled ? `${field.inputId}-label` : field.besideId}
      aria-label={field.isLabelled || field.besideId ? undefined : 'Options'}
      aria-describedby={field.describedBy}
    >
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            id={index === 0 ? field.inputId : undefined}
            type={type}
            name={field.inputId}
            checked={chosen.includes(option.value ?? '')}
            aria-busy={isWaiting || undefined}
            onChange={() => choose(option)}
          />
          <span>
            <Text value={option.text} />
            {option.description && (
              <span class="choice-description">
                <Text value={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}

import type { Option, StaticSelect } from '@slack/types';
import { chosenValue } from '../state/chosen.ts';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { allOptions, sentOption } from './options.ts';
import { ariaOf, useElement } from './use-element.ts';

/** A menu of fixed options: the browser's own, so that every keyboard and phone knows it. */
export function StaticSelectElement({ element, field }: ElementProps<StaticSelect>) {
  const { value, isWaiting, change } = useElement(element, field);
  const placeholder = element.placeholder ? plainText(element.placeholder) : 'Select an option';
  const choose = (chosen: string) => {
    const option = allOptions(element).find(one => one.value === chosen);
    if (option) change({ selected_option: sentOption(option) });
    else if (field.isLabelled) change({ selected_option: null });
  };
  return (
    <span class={`select ${isWaiting ? 'is-waiting' : ''}`}>
      <select
        {...ariaOf(field, placeholder)}
        value={chosenValue(value)}
        aria-busy={isWaiting || undefined}
        onChange={event => choose(event.currentTarget.value)}
      >
        <option value="" hidden={!field.isOptional}>
          {placeholder}
        </option>
        {element.option_groups
          ? element.option_groups.map((group, index) => (
              <optgroup key={index} label={plainText(group.label)}>
                <Options options={group.options} />
              </optgroup>
            ))
          : element.options && <Options options={element.options} />}
      </select>
    </span>
  );
}

function Options({ options }: { options: Option[] }) {
  return (
    <>
      {options.map(option => (
        <option key={option.value} value={option.value} title={option.description?.text}>
          {plainText(option.text)}
        </option>
      ))}
    </>
  );
}

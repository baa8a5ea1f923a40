import type { Datepicker, DateTimepicker, Timepicker } from '@slack/types';
import type { SlackJson } from '../../protocol.ts';
import type { ElementProps } from './element-types.ts';
import { ariaOf, useElement } from './use-element.ts';

type DateTime = Datepicker | Timepicker | DateTimepicker;

const INPUTS = {
  datepicker: { type: 'date', name: 'Date' },
  timepicker: { type: 'time', name: 'Time' },
  datetimepicker: { type: 'datetime-local', name: 'Date and time' },
} as const;

/** A day, a time of day or both, picked with the browser's own picker. */
export function DateTimeElement({ element, field }: ElementProps<DateTime>) {
  const { value, isWaiting, change } = useElement(element, field);
  const { type, name } = INPUTS[element.type];
  return (
    <input
      {...ariaOf(field, ('placeholder' in element && element.placeholder?.text) || name)}
      class="date-time"
      type={type}
      value={shown(element.type, value)}
      aria-busy={isWaiting || undefined}
      onChange={event => change(pickedValue(element.type, event.currentTarget.value))}
    />
  );
}

function shown(type: DateTime['type'], value: SlackJson): string {
  if (type === 'datepicker') return String(value.selected_date ?? '');
  if (type === 'timepicker') return String(value.selected_time ?? '');
  const seconds = Number(value.selected_date_time ?? 0);
  if (!seconds) return '';
  const local = new Date(seconds * 1000);
  return new Date(local.getTime() - local.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function pickedValue(type: DateTime['type'], typed: string): SlackJson {
  if (type === 'datepicker') return { selected_date: typed || null };
  if (type === 'timepicker') return { selected_time: typed || null };
  return { selected_date_time: typed ? Math.floor(new Date(typed).getTime() / 1000) : null };
}

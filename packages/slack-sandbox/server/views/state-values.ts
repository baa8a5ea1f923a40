import type { SlackJson, ViewState } from '../../protocol.ts';
import { asList, elementsOf, isObject } from '../block-kit/elements-of.ts';

type ValueShape = { key: string; initial: string; empty: unknown };

const single = (key: string, initial: string): ValueShape => ({ key, initial, empty: null });
const several = (key: string, initial: string): ValueShape => ({ key, initial, empty: [] });

/** Under which key each element reports its value, and which field it starts from. */
export const valueShapes: Readonly<Record<string, ValueShape>> = {
  plain_text_input: single('value', 'initial_value'),
  email_text_input: single('value', 'initial_value'),
  url_text_input: single('value', 'initial_value'),
  number_input: single('value', 'initial_value'),
  rich_text_input: single('rich_text_value', 'initial_value'),
  static_select: single('selected_option', 'initial_option'),
  external_select: single('selected_option', 'initial_option'),
  radio_buttons: single('selected_option', 'initial_option'),
  users_select: single('selected_user', 'initial_user'),
  conversations_select: single('selected_conversation', 'initial_conversation'),
  channels_select: single('selected_channel', 'initial_channel'),
  datepicker: single('selected_date', 'initial_date'),
  timepicker: single('selected_time', 'initial_time'),
  datetimepicker: single('selected_date_time', 'initial_date_time'),
  multi_static_select: several('selected_options', 'initial_options'),
  multi_external_select: several('selected_options', 'initial_options'),
  checkboxes: several('selected_options', 'initial_options'),
  multi_users_select: several('selected_users', 'initial_users'),
  multi_conversations_select: several('selected_conversations', 'initial_conversations'),
  multi_channels_select: several('selected_channels', 'initial_channels'),
  file_input: several('files', 'initial_files'),
};

/** `state.values` of a surface: what was given, and the initial value of everything untouched. */
export function stateOf({ blocks, given }: { blocks: readonly SlackJson[]; given: ViewState }): ViewState {
  const values: ViewState = {};
  for (const { blockId, actionId, type, element } of elementsOf(blocks)) {
    const shape = valueShapes[type];
    if (shape === undefined) continue;
    const typed = given[blockId]?.[actionId];
    const untouched = element[shape.initial] ?? shape.empty;
    const value = typed !== undefined && shape.key in typed ? typed[shape.key] : untouched;
    const reported = value === '' ? null : asOffered({ element, value });
    values[blockId] = { ...values[blockId], [actionId]: { type, [shape.key]: reported } };
  }
  return values;
}

/** Selected options as the element offers them, whole, even if only their `value` was given. */
export function asOffered({ element, value }: { element: SlackJson; value: unknown }): unknown {
  if (Array.isArray(value)) return value.map(one => asOffered({ element, value: one }));
  if (!isObject(value) || typeof value.value !== 'string') return value;
  return offeredOptions(element).find(option => option.value === value.value) ?? value;
}

/** Every option of a select, whether grouped or not. */
export function offeredOptions(element: SlackJson): SlackJson[] {
  const groups = asList(element.option_groups).filter(isObject);
  return [element.options, ...groups.map(group => group.options)].flatMap(asList).filter(isObject);
}

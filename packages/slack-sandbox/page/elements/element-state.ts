import type { KnownBlock } from '@slack/types';
import type { SlackJson, ViewState } from '../../protocol.ts';
import { type AnyElement, actionIdOf, elementsOf } from './element-types.ts';

/**
 * The values of a surface as Slack keeps them. What was typed stays while `block_id`, `action_id` and type stay the
 * same (`views.update`); anything else starts with the value the app gave it.
 */
export function reconcileState(blocks: KnownBlock[], previous: ViewState | undefined): ViewState {
  const state: ViewState = {};
  for (const { blockId, element } of elementsOf(blocks)) {
    const initial = initialState(element);
    if (!initial) continue;
    const actionId = actionIdOf(element);
    const kept = previous?.[blockId]?.[actionId];
    state[blockId] = { ...state[blockId], [actionId]: kept?.type === element.type ? kept : initial };
  }
  return state;
}

/** The value of an untouched element, in the shape of `view.state.values`; `undefined` for one without a value. */
export function initialState(element: AnyElement): SlackJson | undefined {
  const { type } = element;
  switch (element.type) {
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    default:
      return undefined;
  }
}

/** Whether an element has no value yet. */
export function isEmptyValue(value: SlackJson | undefined): boolean {
  if (!value) return true;
  return Object.entries(value).every(
    ([key, part]) =>
      key === 'type' || part === null || part === '' || (Array.isArray(part) && part.length === 0),
  );
}

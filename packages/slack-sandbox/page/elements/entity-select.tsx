import type { ChannelsSelect, ConversationsSelect, UsersSelect } from '@slack/types';
import { people, snapshot, titleOf } from '../state/session.ts';
import { plainText } from '../text/formatted.tsx';
import type { ElementProps } from './element-types.ts';
import { ariaOf, useElement } from './use-element.ts';

type EntitySelect = UsersSelect | ChannelsSelect | ConversationsSelect;

const KEYS = {
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
} as const;

/** A menu of people, channels or conversations of the workspace. */
export function EntitySelectElement({ element, field }: ElementProps<EntitySelect>) {
  const { value, isWaiting, change } = useElement(element, field);
  const key = KEYS[element.type];
  const placeholder = element.placeholder ? plainText(element.placeholder) : 'Select an option';
  return (
    <span class={`select ${isWaiting ? 'is-waiting' : ''}`}>
      <select
        {...ariaOf(field, placeholder)}
        value={String(value[key] ?? '')}
        aria-busy={isWaiting || undefined}
        onChange={event => change({ [key]: event.currentTarget.value || null })}
      >
        <option value="" hidden={!field.isOptional}>
          {placeholder}
        </option>
        {entitiesOf(element.type).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** What an entity menu of this kind offers. */
export function entitiesOf(type: string): { id: string; name: string }[] {
  if (type.includes('users'))
    return [...people.value.values()].map(({ id, realName }) => ({ id, name: realName }));
  const all = snapshot.value?.conversations ?? [];
  return all
    .filter(one => !type.includes('channels') || (one.kind === 'channel' && !one.isPrivate))
    .map(one => ({ id: one.id, name: titleOf(one) }));
}

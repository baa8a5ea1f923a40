import type { SlackJson } from '../../protocol.ts';
import { asText, elementsOf, isObject, type PlacedElement } from '../block-kit/elements-of.ts';
import { asOffered, offeredOptions, valueShapes } from '../views/state-values.ts';
import { ActFailure } from './act-failure.ts';

type ClickedElementInput = { blocks: SlackJson[]; action: SlackJson };

/**
 * The element an action names, by `action_id` and, where that is not enough, `block_id`. What is no longer on the
 * surface cannot be used.
 */
export function clickedElement({ blocks, action }: ClickedElementInput): PlacedElement {
  const matches = elementsOf(blocks).filter(
    ({ actionId, blockId, type }) =>
      actionId === action.action_id &&
      (action.block_id === undefined || action.block_id === blockId) &&
      (action.type === undefined || action.type === type),
  );
  const [match, ...others] = matches;
  if (match === undefined) throw new ActFailure('That button is not there any more.');
  if (others.length > 0) throw new ActFailure(`Several elements are called ${asText(action.action_id)}.`);
  return match;
}

/** `actions[0]` as Slack sends it: the element's own facts and what the person chose. */
export function actionOf(input: { placed: PlacedElement; action: SlackJson; actionTs: string }): SlackJson {
  const { placed, action, actionTs } = input;
  const { element, type, blockId, actionId } = placed;
  const named = { type, block_id: blockId, action_id: actionId };
  if (type === 'button') {
    const { text, value, url, style } = element;
    return dropUndefined({ ...named, text, value, url, style, action_ts: actionTs });
  }
  const key = type === 'overflow' ? 'selected_option' : valueShapes[type]?.key;
  if (key === undefined) throw new ActFailure('That element cannot be used.');
  const chosen = asOffered({ element, value: action[key] ?? null });
  if (isMissing({ element, chosen })) throw new ActFailure('That option is not offered.');
  const { placeholder } = element;
  return dropUndefined({ ...named, [key]: chosen, placeholder, action_ts: actionTs });
}

/** What the person chose, as `state.values` has it. */
export function stateEntry({ type }: PlacedElement, action: SlackJson): SlackJson {
  const key = valueShapes[type]?.key;
  return key === undefined ? {} : { type, [key]: action[key] };
}

function isMissing({ element, chosen }: { element: SlackJson; chosen: unknown }): boolean {
  const offered = offeredOptions(element);
  if (offered.length === 0) return false;
  const list = Array.isArray(chosen) ? chosen : [chosen];
  return list.some(option => isObject(option) && !offered.includes(option));
}

function dropUndefined(record: SlackJson): SlackJson {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

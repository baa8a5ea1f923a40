import type { SlackJson } from '../../protocol.ts';

export type PlacedElement = {
  blockId: string;
  actionId: string;
  type: string;
  element: SlackJson;
  /** The block the element stands in. */
  block: SlackJson;
};

/** Every element with an `action_id`, in reading order. */
export function elementsOf(blocks: readonly SlackJson[]): PlacedElement[] {
  return blocks.flatMap(block => {
    const candidates = [block.element, block.accessory, ...asList(block.elements)];
    return candidates.filter(isElement).map(element => ({
      blockId: asText(block.block_id),
      actionId: asText(element.action_id),
      type: asText(element.type),
      element,
      block,
    }));
  });
}

function isElement(value: unknown): value is SlackJson {
  return isObject(value) && typeof value.action_id === 'string';
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is SlackJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list, empty where something else stands in its place. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, empty where something else stands in its place. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

import type { SlackJson } from '../../protocol.ts';
import { newId } from '../ids.ts';
import { isObject } from './elements-of.ts';

/** Blocks as Slack stores them: what the app left unnamed gets a `block_id` and `action_id`. */
export function completeBlocks(blocks: readonly SlackJson[]): SlackJson[] {
  return blocks.map(block => {
    const named: SlackJson = { ...block, block_id: block.block_id ?? newId('b') };
    if (block.type === 'input') named.element = completeElement(block.element);
    if (block.type === 'section' && block.accessory !== undefined) {
      named.accessory = completeElement(block.accessory);
    }
    if (block.type === 'actions' && Array.isArray(block.elements)) {
      named.elements = block.elements.map(completeElement);
    }
    return named;
  });
}

function completeElement(element: unknown): unknown {
  if (!isObject(element) || element.type === 'image') return element;
  return { ...element, action_id: element.action_id ?? newId('a') };
}

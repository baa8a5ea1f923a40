import type { ActionsBlockElement, InputBlockElement, KnownBlock, SectionBlockAccessory } from '@slack/types';
import { blockIdOf } from './read-blocks.ts';

/** Everything that can stand in a block and be pressed, chosen or filled. */
export type AnyElement = Exclude<
  ActionsBlockElement | InputBlockElement | SectionBlockAccessory,
  { type: 'image' }
>;

/** Where an element stands and how it is labelled; the same for every element. */
export type Field = {
  blockId: string;
  /** DOM id of the control, which the label of an input block points at. */
  inputId: string;
  /** In an input block the label names the control, elsewhere the words beside it or the control itself. */
  isLabelled: boolean;
  /** DOM id of the words beside a control that stands in a section. */
  besideId?: string | undefined;
  describedBy: string | undefined;
  isInvalid: boolean;
  isOptional: boolean;
  /** Whether a change is sent to the app at once. */
  sendsActions: boolean;
};

export type ElementProps<E> = { element: E; field: Field };

/** Every element of a surface with the id of its block. */
export function elementsOf(blocks: KnownBlock[]): { blockId: string; element: AnyElement }[] {
  return blocks.flatMap((block, index) =>
    elementsIn(block).map(element => ({ blockId: blockIdOf(block, index), element })),
  );
}

type InputIdOfInput = { key: string; blockId: string; actionId: string };

/** DOM id of a control: block ids are unique in their surface only, so the surface is part of it. */
export function inputIdOf({ key, blockId, actionId }: InputIdOfInput): string {
  return `${key}/${blockId}/${actionId}`.replace(/[^\w-]/g, '-');
}

/** The action id of an element. */
export function actionIdOf(element: { action_id?: string }): string {
  return element.action_id ?? '';
}

function elementsIn(block: KnownBlock): AnyElement[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
    return [block.accessory];
  return [];
}

import type { KnownBlock, ModalView } from '@slack/types';
import type { SlackJson } from '../../protocol.ts';

/** Blocks as an app sent them. The server has checked them against Slack's rules, so their types may be trusted. */
export function readBlocks(blocks: unknown): KnownBlock[] {
  return Array.isArray(blocks) ? (blocks as KnownBlock[]) : [];
}

/** A view as an app sent it; checked by the server like the blocks. */
export function readView(view: SlackJson): ModalView {
  return view as unknown as ModalView;
}

/** The id of a block; the server gives every block one, its position is used should one be missing. */
export function blockIdOf(block: { block_id?: string }, index: number): string {
  return block.block_id ?? `block-${index}`;
}

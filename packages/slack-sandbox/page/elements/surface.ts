import { signal } from '@preact/signals';
import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import { createContext } from 'preact';
import type { ActionSource, SlackJson } from '../../protocol.ts';
import { act } from '../state/acts.ts';
import { askFirst } from '../state/confirmation.ts';
import { formOf } from './forms.ts';

/** The message or view that a block stands in. */
export type Surface = {
  key: string;
  source: ActionSource;
  blocks: KnownBlock[];
  /** Shows the person, where they are, that an act failed. */
  showTrouble: (message: string) => void;
};

export const SurfaceContext = createContext<Surface>({
  key: '',
  source: { kind: 'view', viewId: '' },
  blocks: [],
  showTrouble: () => {},
});

/** Elements whose act waits for the app's answer. */
const waiting = signal<ReadonlySet<string>>(new Set());

type Pressed = { type: string; action_id?: string; confirm?: ConfirmationDialog };

type PerformInput = { surface: Surface; element: Pressed; blockId: string; value: SlackJson };

/** Sends the use of an element to the app; answers whether the app accepted it. */
export async function perform({ surface, element, blockId, value }: PerformInput): Promise<boolean> {
  const key = waitingKey(surface, blockId, element.action_id);
  if (waiting.peek().has(key) || !(await askFirst(element.confirm))) return false;
  waiting.value = new Set([...waiting.value, key]);
  const result = await act({
    type: 'click',
    source: surface.source,
    action: { type: element.type, action_id: element.action_id, block_id: blockId, ...value },
    state: formOf(surface.key, surface.blocks),
  });
  waiting.value = new Set([...waiting.value].filter(one => one !== key));
  if (!result.ok) surface.showTrouble(result.message);
  return result.ok;
}

/** Whether an element waits for the app. */
export function isWaiting(surface: Surface, blockId: string, actionId: string | undefined): boolean {
  return waiting.value.has(waitingKey(surface, blockId, actionId));
}

function waitingKey(surface: Surface, blockId: string, actionId = ''): string {
  return `${surface.key}/${blockId}/${actionId}`;
}

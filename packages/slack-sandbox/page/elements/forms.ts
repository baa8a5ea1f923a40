import { type Signal, signal } from '@preact/signals';
import type { KnownBlock } from '@slack/types';
import type { SlackJson, ViewState } from '../../protocol.ts';
import { readStored, writeStored } from '../state/stored.ts';
import { reconcileState } from './element-state.ts';

/** The values in the inputs of each surface: a view by its id, a message by its channel, `ts` and content. */
const forms = new Map<string, Signal<ViewState>>();

/** The values of a surface, complete: every stateful element has its entry. */
export function formOf(key: string, blocks: KnownBlock[]): ViewState {
  return reconcileState(blocks, formSignal(key).value);
}

/** Takes over a view as the app now sends it, keeping what may be kept, also over a reload of the page. */
export function seedForm(key: string, blocks: KnownBlock[]): void {
  const previous = forms.has(key) ? formSignal(key).peek() : readForm(key);
  formSignal(key).value = reconcileState(blocks, previous);
}

type SetFieldInput = { key: string; blockId: string; actionId: string; value: SlackJson };

/** Sets one value. */
export function setField({ key, blockId, actionId, value }: SetFieldInput): void {
  const form = formSignal(key).peek();
  const changed = { ...form, [blockId]: { ...form[blockId], [actionId]: value } };
  formSignal(key).value = changed;
  writeStored('session', `form:${key}`, JSON.stringify(changed));
}

/** Forgets every surface that begins with `prefix`, except those still open. */
export function dropForms({ prefix, except }: { prefix: string; except: string[] }): void {
  for (const key of [...forms.keys()]) {
    if (!key.startsWith(prefix) || except.includes(key)) continue;
    forms.delete(key);
    writeStored('session', `form:${key}`, '');
  }
}

function formSignal(key: string): Signal<ViewState> {
  const known = forms.get(key);
  if (known) return known;
  const created = signal<ViewState>({});
  forms.set(key, created);
  return created;
}

function readForm(key: string): ViewState | undefined {
  const stored = readStored('session', `form:${key}`);
  return stored ? JSON.parse(stored) : undefined;
}

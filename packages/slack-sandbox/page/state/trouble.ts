import { computed, signal } from '@preact/signals';
import { noTrouble, type Trouble } from '../../protocol.ts';
import { showToast } from './toasts.ts';

/** What is made to go wrong on purpose; `undefined` until it was asked for. */
export const trouble = signal<Trouble | undefined>(undefined);

/** Whether anything is made to go wrong at the moment. */
export const isTroubled = computed(() => {
  const { methods = {}, deactivated = [], ...switches } = trouble.value ?? {};
  const troubles = [Object.keys(methods).length, deactivated.length, ...Object.values(switches)];
  return troubles.some(Boolean);
});

/** Asks the server what is switched on. */
export async function fetchTrouble(): Promise<void> {
  const response = await fetch('/sandbox/trouble').catch(() => undefined);
  if (response?.ok) trouble.value = await response.json();
}

/** Turns parts of it on or off. */
export async function switchTrouble(part: Partial<Trouble>): Promise<void> {
  const response = await fetch('/sandbox/trouble', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(part),
  }).catch(() => undefined);
  if (response?.ok) trouble.value = await response.json();
  else showToast({ text: 'This could not be changed. Try again in a moment.', tone: 'trouble' });
}

/** Turns everything off. */
export function endTrouble(): Promise<void> {
  return switchTrouble(noTrouble);
}

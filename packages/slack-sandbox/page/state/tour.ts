import { computed, signal } from '@preact/signals';
import type { Act, TourStep } from '../../protocol.ts';
import { snapshot } from './session.ts';
import { readStored, writeStored } from './stored.ts';
import { stepsDoneBy, stepsDoneByActingAs } from './tour-goals.ts';

export const isTourOpen = signal(true);
export const doneSteps = signal<string[]>([]);
export const tourSteps = computed<TourStep[]>(() => snapshot.value?.tour ?? []);

/** Reads what was tried before; panes and tabs share it. */
export function followTour(): void {
  readTour();
  window.addEventListener('storage', readTour);
}

/** Hides the tour, or shows it again with every step still to do. */
export function showTour(isOpen: boolean): void {
  isTourOpen.value = isOpen;
  writeStored('local', 'tour', isOpen ? '' : 'hidden');
  if (isOpen) setDone([]);
}

/** Ticks off the steps that this act completes. */
export function noticeAct(act: Act): void {
  tick(stepsDoneBy({ act, steps: tourSteps.peek(), done: doneSteps.peek() }));
}

/** Ticks off the steps that acting as this person completes. */
export function noticeSwitch(personId: string): void {
  tick(stepsDoneByActingAs({ personId, steps: tourSteps.peek() }));
}

function tick(steps: string[]): void {
  const added = steps.filter(step => !doneSteps.peek().includes(step));
  if (added.length > 0) setDone([...doneSteps.peek(), ...added]);
}

function setDone(steps: string[]): void {
  doneSteps.value = steps;
  writeStored('local', 'tour-done', steps.join(','));
}

function readTour(): void {
  isTourOpen.value = readStored('local', 'tour') !== 'hidden';
  doneSteps.value = readStored('local', 'tour-done').split(',').filter(Boolean);
}

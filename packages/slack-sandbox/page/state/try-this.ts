import { computed, signal } from '@preact/signals';
import type { Act, Person } from '../../protocol.ts';
import { snapshot } from './session.ts';
import { readStored, writeStored } from './stored.ts';

export const STEPS = ['file', 'switch', 'start', 'reply', 'close', 'stats'] as const;
export type Step = (typeof STEPS)[number];

export const doneSteps = signal<Step[]>([]);
export const isTryThisOpen = signal(true);

/** The steps this app can do; none for an app that is not the ticket desk. */
export const offeredSteps = computed<Step[]>(() => {
  const commands = (snapshot.value?.commands ?? []).map(({ command }) => command);
  if (!commands.includes('/ticket')) return [];
  return STEPS.filter(step => step !== 'stats' || commands.includes('/stats'));
});

/** Reads what was tried before; panes and tabs share it. */
export function followTryThis(): void {
  readTried();
  window.addEventListener('storage', readTried);
}

/** Puts the list away, or fetches it back with every step still to do. */
export function showTryThis(isOpen: boolean): void {
  isTryThisOpen.value = isOpen;
  writeStored('local', 'try-this', isOpen ? '' : 'away');
  if (isOpen) setDone([]);
}

/** Ticks off the step that this act is. */
export function noticeAct(act: Act, who: Person): void {
  if (act.type === 'submit' && doneSteps.value.length === 0) tick('file');
  if (act.type === 'say' && act.threadTs) tick('reply');
  if (act.type === 'command' && act.command === '/stats') tick('stats');
  if (act.type !== 'click' || who.title !== 'Helpdesk') return;
  const label = JSON.stringify(act.action.text ?? '');
  if (label.includes('Start work')) tick('start');
  if (label.includes('Close')) tick('close');
}

/** Ticks off one step. */
export function tick(step: Step): void {
  if (!doneSteps.value.includes(step)) setDone([...doneSteps.value, step]);
}

function setDone(steps: Step[]): void {
  doneSteps.value = steps;
  writeStored('local', 'tried', steps.join(','));
}

function readTried(): void {
  isTryThisOpen.value = readStored('local', 'try-this') !== 'away';
  const stored = readStored('local', 'tried').split(',');
  doneSteps.value = STEPS.filter(step => stored.includes(step));
}

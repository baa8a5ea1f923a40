import { signal } from '@preact/signals';

export type Toast = { id: number; text: string; tone: 'trouble' | 'good' };

export const toasts = signal<Toast[]>([]);

const SHOWN_MS = 8000;
let lastId = 0;

/** Shows one line for a few seconds. */
export function showToast({ text, tone }: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  toasts.value = [...toasts.value.filter(one => one.text !== text), { id, text, tone }].slice(-4);
  setTimeout(() => dismissToast(id), SHOWN_MS);
}

/** Removes a line before its time is over. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter(toast => toast.id !== id);
}

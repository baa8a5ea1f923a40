import { signal } from '@preact/signals';
import type { ConfirmationDialog } from '@slack/types';

export type Question = { dialog: ConfirmationDialog; answer: (isConfirmed: boolean) => void };

export const question = signal<Question | undefined>(undefined);

/** Asks before an act that names a confirm dialog; an act without one is simply confirmed. */
export function askFirst(dialog: ConfirmationDialog | undefined): Promise<boolean> {
  if (!dialog) return Promise.resolve(true);
  return new Promise(resolve => {
    question.value = {
      dialog,
      answer: isConfirmed => {
        question.value = undefined;
        resolve(isConfirmed);
      },
    };
  });
}

import { signal } from '@preact/signals';
import type { ConfirmationDialog } from '@slack/types';

export type Confirmation = { dialog: ConfirmationDialog; answer: (isConfirmed: boolean) => void };

/** The confirm dialog that waits for the person's answer. */
export const confirmation = signal<Confirmation | undefined>(undefined);

/** Asks before an act that names a confirm dialog; an act without one is simply confirmed. */
export function askFirst(dialog: ConfirmationDialog | undefined): Promise<boolean> {
  if (!dialog) return Promise.resolve(true);
  return new Promise(resolve => {
    confirmation.value = {
      dialog,
      answer: isConfirmed => {
        confirmation.value = undefined;
        resolve(isConfirmed);
      },
    };
  });
}

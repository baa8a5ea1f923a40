import { signal } from '@preact/signals';

/** The `ts` of the message being edited, empty when none is. */
export const editedTs = signal('');

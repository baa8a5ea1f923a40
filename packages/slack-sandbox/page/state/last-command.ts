import { signal } from '@preact/signals';

/** Where the person sent a command last; another object each time. */
export const lastCommand = signal<{ channel: string } | undefined>(undefined);

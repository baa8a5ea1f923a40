import { signal } from '@preact/signals';

/** Whether the sidebar is drawn over the page, on narrow screens. */
export const isDrawerOpen = signal(false);

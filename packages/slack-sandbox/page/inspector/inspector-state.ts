import { signal } from '@preact/signals';

export const isInspectorOpen = signal(false);

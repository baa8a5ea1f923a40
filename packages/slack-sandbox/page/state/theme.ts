import { effect, signal } from '@preact/signals';
import { readStored, writeStored } from './stored.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const theme = signal<Theme>('system');

/** Draws the page in the chosen theme, remembers the choice, and follows it across tabs and panes. */
export function applyTheme(): void {
  theme.value = readTheme();
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
    writeStored('local', 'theme', theme.value);
  });
  window.addEventListener('storage', () => {
    theme.value = readTheme();
  });
}

function readTheme(): Theme {
  return THEMES.find(one => one === readStored('local', 'theme')) ?? 'system';
}

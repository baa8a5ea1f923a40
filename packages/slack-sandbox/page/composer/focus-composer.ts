/** Puts the caret where a message is typed; not on touch screens, where a keyboard would jump up. */
export function focusComposer(place: 'conversation' | 'thread'): void {
  if (window.matchMedia('(hover: none)').matches) return;
  // What was just opened must be drawn first.
  requestAnimationFrame(() => {
    if (document.querySelector('dialog[open]')) return;
    const pane = place === 'thread' ? '.thread-pane' : '.conversation';
    document.querySelector<HTMLElement>(`${pane} .composer textarea`)?.focus();
  });
}

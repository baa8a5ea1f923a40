import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type UseKeptFocusInput = {
  part: { current: HTMLElement | null };
  /** Selectors of what may get the focus, the best first. */
  controls: string[];
  /** Changes whenever the part is drawn anew. */
  drawn: unknown;
};

/**
 * Whoever works by keyboard keeps their place: when the control that has the focus is drawn away, the first one that
 * is in its part of the page now gets it.
 */
export function useKeptFocus({ part, controls, drawn }: UseKeptFocusInput): void {
  const focused = useRef<Element | undefined>(undefined);

  useEffect(() => {
    const element = part.current;
    const take = (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? event.target : undefined;
    };
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget) focused.current = undefined;
    };
    element?.addEventListener('focusin', take);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', take);
      element?.removeEventListener('focusout', leave);
    };
  }, []);

  useLayoutEffect(() => {
    const isDrawnAway = focused.current !== undefined && !focused.current.isConnected;
    if (!isDrawnAway || document.activeElement !== document.body) return;
    const found = controls.map(selector => part.current?.querySelector<HTMLElement>(selector));
    found.find(Boolean)?.focus({ preventScroll: true });
  }, [drawn]);
}

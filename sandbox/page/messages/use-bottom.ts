import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const NEAR_PIXELS = 120;

/** Keeps a list at its newest entry unless the person has scrolled up to read. */
export function useBottom(list: { current: HTMLElement | null }): void {
  const isAtBottom = useRef(true);

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const remember = () => {
      isAtBottom.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PIXELS;
    };
    const stay = () => {
      if (isAtBottom.current) element.scrollTop = element.scrollHeight;
    };
    // Pictures that load late and a composer that grows move the bottom too.
    const watcher = new ResizeObserver(stay);
    watcher.observe(element);
    element.addEventListener('scroll', remember, { passive: true });
    element.addEventListener('load', stay, true);
    return () => {
      watcher.disconnect();
      element.removeEventListener('scroll', remember);
      element.removeEventListener('load', stay, true);
    };
  }, []);

  useLayoutEffect(() => {
    const element = list.current;
    if (element && isAtBottom.current) element.scrollTop = element.scrollHeight;
  });
}

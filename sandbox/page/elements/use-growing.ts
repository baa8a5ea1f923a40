import { useLayoutEffect, useRef } from 'preact/hooks';

const MOST_PIXELS = 320;

/** A text area as high as its text, up to a limit. */
export function useGrowing(text: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, MOST_PIXELS)}px`;
  }, [text]);
  return area;
}

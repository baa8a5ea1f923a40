import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const MOST_PIXELS = 320;

/** A text area as high as its text, up to a limit. */
export function useGrowing(text: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  const fit = () => {
    const element = area.current;
    // A dialog that is not shown yet has no sizes.
    if (!element || element.scrollHeight === 0) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight + 2, MOST_PIXELS)}px`;
  };
  useLayoutEffect(fit, [text]);
  useEffect(fit, []);
  return area;
}

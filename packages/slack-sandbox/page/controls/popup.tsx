import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

const GAP = 6;
const EDGE = 8;

type PopupProps = {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  role?: 'dialog' | 'menu' | 'listbox';
  className?: string;
  /** Focus moves into the popup when it opens, unless the anchor keeps it (completion lists). */
  keepsFocus?: boolean;
  onClose: () => void;
  children: ComponentChildren;
};

/** A small panel at its anchor, above or below it, wherever there is room. Escape or a press elsewhere closes it. */
export function Popup(props: PopupProps) {
  const { anchor, label, role = 'dialog', className = '', keepsFocus, onClose, children } = props;
  const panel = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: -9999 });

  useLayoutEffect(() => {
    const box = anchor.current?.getBoundingClientRect();
    const own = panel.current?.getBoundingClientRect();
    if (box && own) setPlace(placeBeside(box, own));
    if (!keepsFocus) firstFocusable(panel.current)?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const target = event.target;
      if (!(target instanceof Node)) return;
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', closeOutside);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      window.removeEventListener('resize', onClose);
    };
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
    anchor.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useAriaPropsSupportedByRole: the role is always one of those above
    <div
      ref={panel}
      class={`popup ${className}`}
      role={role}
      aria-label={label}
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

function placeBeside(box: DOMRect, own: DOMRect): { left: number; top: number } {
  const below = box.bottom + GAP;
  const above = box.top - GAP - own.height;
  const hasRoomBelow = below + own.height <= window.innerHeight - EDGE;
  const wanted = hasRoomBelow || above < EDGE ? below : above;
  return {
    top: Math.max(EDGE, Math.min(wanted, window.innerHeight - own.height - EDGE)),
    left: Math.max(EDGE, Math.min(box.left, window.innerWidth - own.width - EDGE)),
  };
}

function firstFocusable(panel: HTMLElement | null): HTMLElement | undefined {
  return (
    panel?.querySelector<HTMLElement>('[autofocus], input, button:not([disabled]), [tabindex="0"]') ??
    undefined
  );
}

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Popup } from './popup.tsx';

export type MenuItem = { label: string; isDanger?: boolean; choose: () => void } | 'line';

type MenuProps = {
  label: string;
  items: MenuItem[];
  className?: string;
  isBusy?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ComponentChildren;
};

/** A button that opens a menu; arrow keys move, Enter chooses, Escape closes. */
export function Menu({ label, items, className = 'icon-button', isBusy, onToggle, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const toggle = (next: boolean) => {
    setOpen(next);
    onToggle?.(next);
  };
  const choose = (item: Exclude<MenuItem, 'line'>) => {
    toggle(false);
    anchor.current?.focus();
    item.choose();
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class={`${className} ${isBusy ? 'is-waiting' : ''}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => toggle(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <Popup anchor={anchor} role="menu" label={label} className="menu" onClose={() => toggle(false)}>
          <div role="none" onKeyDown={moveFocus}>
            {items.map((item, index) =>
              item === 'line' ? (
                <hr key={index} />
              ) : (
                <button
                  key={item.label}
                  type="button"
                  role="menuitem"
                  class={item.isDanger ? 'danger-text' : ''}
                  onClick={() => choose(item)}
                >
                  {item.label}
                </button>
              ),
            )}
          </div>
        </Popup>
      )}
    </>
  );
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex(item => item.matches(':focus'));
  items.at((at + step) % items.length)?.focus();
}

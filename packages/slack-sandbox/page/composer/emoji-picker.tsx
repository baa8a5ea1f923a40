import { useRef, useState } from 'preact/hooks';
import { Icon } from '../controls/icons.tsx';
import { Popup } from '../controls/popup.tsx';
import { COMMON_EMOJI, emojiOf, findEmoji } from '../text/emoji.ts';

const MOST = 48;

type EmojiPickerProps = {
  /** What the button is for. */
  label?: string;
  onPick: (name: string) => void;
  onToggle?: (isOpen: boolean) => void;
};

/** A small picker of emoji, searched by name; Enter picks the first that is found. */
export function EmojiPicker({ label = 'Emoji', onPick, onToggle }: EmojiPickerProps) {
  const [isOpen, setIsOpen] = useState(false);
  const setOpen = (open: boolean) => {
    setIsOpen(open);
    onToggle?.(open);
  };
  const [typed, setTyped] = useState('');
  const anchor = useRef<HTMLButtonElement>(null);
  const common = COMMON_EMOJI.map(name => ({ name, character: emojiOf(name) ?? '' }));
  const offered = typed ? findEmoji(typed, MOST) : common;
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const pick = (name: string) => {
    close();
    onPick(name);
  };
  const pickFirst = (event: KeyboardEvent) => {
    const [first] = offered;
    if (event.key !== 'Enter' || event.isComposing || !typed || !first) return;
    event.preventDefault();
    pick(first.name);
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? close() : setOpen(true))}
      >
        <Icon name="smile" />
      </button>
      {isOpen && (
        <Popup anchor={anchor} label="Emoji" className="emoji-picker" onClose={close}>
          <input
            type="text"
            aria-label="Search emoji"
            placeholder="Search emoji"
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
            onKeyDown={pickFirst}
          />
          <div class="emoji-grid">
            {offered.map(({ name, character }) => (
              <button
                key={name}
                type="button"
                aria-label={name.replaceAll('_', ' ')}
                title={`:${name}:`}
                onClick={() => pick(name)}
              >
                {character}
              </button>
            ))}
          </div>
          {offered.length === 0 && <p class="popup-note">No emoji of that name</p>}
        </Popup>
      )}
    </>
  );
}

import { useState } from 'preact/hooks';
import { snapshot } from '../state/session.ts';
import { completionFor, type Suggestion } from './completion.ts';

type Options = {
  area: { current: HTMLTextAreaElement | null };
  text: string;
  setText: (text: string) => void;
};

/** Completion of the word before the caret, worked with arrows, Tab, Enter and Escape. */
export function useCompletion({ area, text, setText }: Options) {
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const current = snapshot.value;
  const found =
    current && text !== dismissed ? completionFor(text, Math.min(caret, text.length), current) : undefined;
  const suggestions = found?.suggestions ?? [];
  const at = Math.min(active, Math.max(0, suggestions.length - 1));

  const follow = () => {
    setCaret(area.current?.selectionStart ?? text.length);
    setActive(0);
  };
  const choose = (suggestion: Suggestion) => {
    if (!found) return;
    const next = text.slice(0, found.from) + suggestion.insert + text.slice(caret);
    setText(next);
    const end = found.from + suggestion.insert.length;
    setCaret(end);
    requestAnimationFrame(() => area.current?.setSelectionRange(end, end));
  };
  /** Answers whether the key was handled. */
  const takeKey = (event: KeyboardEvent): boolean => {
    const suggestion = suggestions[at];
    if (!suggestion) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((at + step + suggestions.length) % suggestions.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(suggestion);
    else if (event.key === 'Escape') setDismissed(text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { suggestions, active: at, choose, follow, takeKey };
}

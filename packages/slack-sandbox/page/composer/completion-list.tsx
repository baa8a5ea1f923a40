import type { Suggestion } from './completion.ts';

type CompletionListProps = {
  id: string;
  suggestions: Suggestion[];
  active: number;
  choose: (suggestion: Suggestion) => void;
};

/** What the word before the caret may become; the caret stays in the composer. */
export function CompletionList({ id, suggestions, active, choose }: CompletionListProps) {
  return (
    <div class="completions" id={id} role="listbox" aria-label="Suggestions">
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class="completion"
          // The press must not take the caret out of the composer.
          onPointerDown={event => {
            event.preventDefault();
            choose(suggestion);
          }}
        >
          <strong>{suggestion.label}</strong>
          <span class="quiet">{suggestion.detail}</span>
        </div>
      ))}
    </div>
  );
}

import type { SlackJson } from '../../protocol.ts';

/** The value of a chosen option as it stands in the state, or an empty word. */
export function chosenValue(state: SlackJson): string {
  const chosen = state.selected_option;
  return hasValue(chosen) ? chosen.value : '';
}

/** The values of the chosen options as they stand in the state. */
export function chosenValues(state: SlackJson): string[] {
  const chosen = state.selected_options;
  return Array.isArray(chosen) ? chosen.filter(hasValue).map(option => option.value) : [];
}

function hasValue(chosen: unknown): chosen is { value: string } {
  return (
    typeof chosen === 'object' && chosen !== null && 'value' in chosen && typeof chosen.value === 'string'
  );
}

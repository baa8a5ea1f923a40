import { Icon } from '../controls/icons.tsx';
import { THEMES, theme } from '../state/theme.ts';
import { isTryThisOpen, offeredSteps, showTryThis } from '../state/try-this.ts';

const ICONS = { system: 'auto', light: 'sun', dark: 'moon' } as const;
const NAMES = { system: 'System', light: 'Light', dark: 'Dark' } as const;

/** Settings of the page itself. */
export function SidebarFoot() {
  return (
    <footer class="sidebar-foot">
      <fieldset class="themes" aria-label="Theme">
        {THEMES.map(one => (
          <button
            key={one}
            type="button"
            aria-label={NAMES[one]}
            title={`${NAMES[one]} theme`}
            aria-pressed={theme.value === one}
            onClick={() => {
              theme.value = one;
            }}
          >
            <Icon name={ICONS[one]} size={16} />
          </button>
        ))}
      </fieldset>
      {!isTryThisOpen.value && offeredSteps.value.length > 0 && (
        <button type="button" class="button quiet-button" onClick={() => showTryThis(true)}>
          <Icon name="list" /> Try this
        </button>
      )}
    </footer>
  );
}

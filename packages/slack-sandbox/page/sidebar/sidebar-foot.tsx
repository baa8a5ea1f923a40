import { Icon } from '../controls/icons.tsx';
import { THEMES, theme } from '../state/theme.ts';
import { isTourOpen, showTour, tourSteps } from '../state/tour.ts';

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
      {!isTourOpen.value && tourSteps.value.length > 0 && (
        <button type="button" class="button quiet-button" onClick={() => showTour(true)}>
          <Icon name="list" /> Try this
        </button>
      )}
    </footer>
  );
}

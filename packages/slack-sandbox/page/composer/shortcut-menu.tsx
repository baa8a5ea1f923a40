import { Icon } from '../controls/icons.tsx';
import { Menu } from '../controls/menu.tsx';
import { act } from '../state/acts.ts';
import { snapshot } from '../state/session.ts';
import { showToast } from '../state/toasts.ts';

/** The app's shortcuts that need no message. */
export function ShortcutMenu() {
  const shortcuts = snapshot.value?.globalShortcuts ?? [];
  if (shortcuts.length === 0) return null;
  const items = shortcuts.map(({ name, callbackId }) => ({
    label: name,
    choose: async () => {
      const result = await act({ type: 'global_shortcut', callbackId });
      if (!result.ok) showToast({ text: result.message, tone: 'trouble' });
    },
  }));
  return (
    <Menu label="Shortcuts" items={items}>
      <Icon name="apps" />
    </Menu>
  );
}

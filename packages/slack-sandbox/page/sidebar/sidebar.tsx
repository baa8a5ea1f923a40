import { useEffect } from 'preact/hooks';
import { IconButton } from '../controls/icons.tsx';
import { route } from '../state/route.ts';
import { pageName, snapshot } from '../state/session.ts';
import { ConversationLinks } from './conversation-links.tsx';
import { isDrawerOpen } from './drawer.ts';
import { PersonSwitch } from './person-switch.tsx';
import { SidebarFoot } from './sidebar-foot.tsx';

/** The workspace: who I am, channels, direct messages. A drawer where the page is narrow. */
export function Sidebar() {
  const { channel } = route.value;
  const close = () => {
    isDrawerOpen.value = false;
  };
  useEffect(close, [channel]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && close();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: Escape and the button do the same */}
      <div class={`drawer-shade ${isDrawerOpen.value ? 'is-open' : ''}`} onClick={close} />
      <aside class={`sidebar ${isDrawerOpen.value ? 'is-open' : ''}`} aria-label="Workspace">
        <header class="workspace">
          <span class="workspace-mark" aria-hidden="true" />
          <span class="workspace-name">
            <strong>{snapshot.value?.team.name}</strong>
            <span class="quiet">{pageName.value}</span>
          </span>
          <IconButton icon="close" label="Close sidebar" className="only-narrow" onClick={close} />
        </header>
        <PersonSwitch />
        <ConversationLinks />
        <SidebarFoot />
      </aside>
    </>
  );
}

import { useEffect, useMemo } from 'preact/hooks';
import type { OpenView } from '../../protocol.ts';
import { Blocks } from '../blocks/block.tsx';
import { readBlocks } from '../elements/read-blocks.ts';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { act } from '../state/acts.ts';
import { showToast } from '../state/toasts.ts';

/** The app's Home tab of this person; the app is sent every visit. */
export function AppHome({ home }: { home: OpenView | null }) {
  useEffect(() => {
    void act({ type: 'open_home' });
  }, []);
  const blocks = useMemo(() => readBlocks(home?.view.blocks), [home?.view]);
  const surface: Surface = {
    key: `home:${home?.id}`,
    source: { kind: 'view', viewId: home?.id ?? '' },
    blocks,
    showTrouble: text => showToast({ text, tone: 'trouble' }),
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long Home scrolls, so the keyboard must reach it
    <section class="app-home" aria-label="Home" tabIndex={0}>
      {home ? (
        <SurfaceContext.Provider value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext.Provider>
      ) : (
        <p class="empty">The app has not published a Home tab yet.</p>
      )}
    </section>
  );
}

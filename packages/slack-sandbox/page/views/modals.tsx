import { useMemo } from 'preact/hooks';
import { dropForms, seedForm } from '../elements/forms.ts';
import { readBlocks } from '../elements/read-blocks.ts';
import { snapshot } from '../state/session.ts';
import { Modal } from './modal.tsx';

/** The open modal, the top of its stack; the views under it keep what was typed. */
export function Modals() {
  const views = snapshot.value?.views ?? [];
  useMemo(() => {
    for (const one of views) seedForm(`view:${one.id}`, readBlocks(one.view.blocks));
    dropForms({ prefix: 'view:', except: views.map(one => `view:${one.id}`) });
  }, [views]);
  const top = views.at(-1);
  return top ? <Modal key={views[0]?.id} open={top} depth={views.length} /> : null;
}

import { type Filing, filingForm } from '../../ui/filing-form.ts';
import type { ListenerContext } from './context.ts';
import { showView, type ViewTarget } from './show-view.ts';

type OpenFilingFormInput = { context: ListenerContext; target: ViewTarget; filing: Filing };

/** Shows the filing form at once; the hint for words that it already has comes afterwards. */
export async function openFilingForm({ context, target, filing }: OpenFilingFormInput): Promise<void> {
  const { hints, inFlight } = context;
  const form = filingForm({ filing, isTold: hints !== undefined });
  const { viewId, hash } = await showView({ context, target, view: form });
  if (viewId === undefined || hints === undefined || !filing.description) return;
  hints.opened({ viewId, filing });
  const { private_metadata: metadata = '', blocks } = form;
  const hinting = hints.typed({ viewId, hash, metadata, blocks, text: filing.description });
  inFlight.track({ kind: 'background', work: hinting });
}

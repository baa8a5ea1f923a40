import { filingForm } from '../../ui/filing-form.ts';
import type { ListenerContext } from './context.ts';
import { showView, type ViewTarget } from './show-view.ts';

type OpenFilingFormInput = {
  context: ListenerContext;
  target: ViewTarget;
  filing: Parameters<typeof filingForm>[0];
};

/** Shows the filing form at once; the hint for words that it already has comes afterwards. */
export async function openFilingForm({ context, target, filing }: OpenFilingFormInput): Promise<void> {
  const form = filingForm(filing);
  const { viewId, hash } = await showView({ context, target, view: form });
  if (viewId === undefined || !filing.description) return;
  const hinting = context.hints.typed({ viewId, hash, form, text: filing.description });
  context.inFlight.track({ kind: 'background', work: hinting });
}

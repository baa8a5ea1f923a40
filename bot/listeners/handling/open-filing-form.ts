import { within } from '@campus-desk/service-kit';
import { type Filing, filingForm } from '../../ui/filing-form.ts';
import type { ActContext } from './context.ts';
import { findHint } from './find-hint.ts';
import { showView, type ViewTarget } from './show-view.ts';

type OpenFilingFormInput = {
  context: ActContext;
  target: ViewTarget;
  /** Who opens it. */
  userId: string;
  filing: Filing;
};

/**
 * Shows the filing form, with the hint for words that it already has; what takes too long, and what is offered, comes
 * afterwards. Where hints are off, only an emergency is said.
 */
export async function openFilingForm(input: OpenFilingFormInput): Promise<void> {
  const { context, target, userId, filing } = input;
  const { hints, inFlight, texts } = context;
  const { description: text = '' } = filing;
  const found = text === '' ? undefined : await hintInTime({ context, userId, text });
  const hint = hints === undefined && found?.emergency === undefined ? undefined : found;
  const form = filingForm({ texts, filing, hint, isTold: hints !== undefined });
  const { viewId, hash } = await showView({ context, target, view: form });
  if (viewId === undefined || hints === undefined) return;
  hints.opened({ viewId, filing });
  if (text === '') return;
  const { private_metadata: metadata = '', blocks } = form;
  const { location = null } = filing;
  const hinting = hints.typed({ viewId, userId, texts, hash, metadata, blocks, text, location });
  inFlight.track({ kind: 'background', work: hinting });
}

type HintInTimeInput = Pick<OpenFilingFormInput, 'context' | 'userId'> & { text: string };

function hintInTime({ context, userId, text }: HintInTimeInput) {
  const finding = findHint({ ...context, userId, text }).catch(() => undefined);
  return within({ work: finding, ms: context.patienceMs });
}

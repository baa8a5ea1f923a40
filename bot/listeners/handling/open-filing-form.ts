import { reportForm } from '../../ui/filing-form.ts';
import type { ListenerContext } from './context.ts';
import { showView, type ViewTarget } from './show-view.ts';

/** Shows the report form at once; the hint for words that stand in it already comes afterwards. */
export async function openReportForm({
  context,
  target,
  report,
}: {
  context: ListenerContext;
  target: ViewTarget;
  report: Parameters<typeof reportForm>[0];
}): Promise<void> {
  const form = reportForm(report);
  const { viewId, hash } = await showView({ context, target, view: form });
  if (viewId === undefined || !report.description) return;
  const hinting = context.hints.typed({ viewId, hash, form, text: report.description });
  context.inFlight.track({ kind: 'background', work: hinting });
}

import { reportForm } from '../../ui/filing-form.ts';
import type { ListenerContext } from './context.ts';
import { type Place, showView } from './show-view.ts';

/** Shows the report form at once; the hint for words that stand in it already comes afterwards. */
export async function openReportForm({
  context,
  place,
  report,
}: {
  context: ListenerContext;
  place: Place;
  report: Parameters<typeof reportForm>[0];
}): Promise<void> {
  const form = reportForm(report);
  const { viewId, hash } = await showView({ context, place, view: form });
  if (viewId === undefined || !report.description) return;
  const hinting = context.hints.typed({ viewId, hash, form, text: report.description });
  context.inFlight.track({ kind: 'background', work: hinting });
}

import { readEntrance } from '../../ui/entrance-view.ts';
import type { Click } from '../handling/click.ts';
import { openReportForm } from '../handling/open-filing-form.ts';

/** "Report a problem" of the entrance: the form, on top of the entrance. */
export async function openReport({ context, view, triggerId }: Click): Promise<void> {
  if (view === undefined) return;
  const { role } = readEntrance(view.metadata);
  await openReportForm({ context, target: { how: 'push', triggerId }, report: { role } });
}

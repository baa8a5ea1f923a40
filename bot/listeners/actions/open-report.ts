import { readEntrance } from '../../ui/entrance-view.ts';
import { reportForm } from '../../ui/report-form.ts';
import type { Click } from '../on-click.ts';
import { showView } from '../show-view.ts';

/** "Report a problem" of the entrance: the form, on top of the entrance. */
export async function openReport({ desk, view, triggerId }: Click): Promise<void> {
  if (view === undefined) return;
  const { role } = readEntrance(view.metadata);
  await showView({ desk, place: { how: 'push', triggerId }, view: reportForm({ role }) });
}

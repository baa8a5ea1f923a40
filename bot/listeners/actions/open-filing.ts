import { readEntrance } from '../../ui/entrance-view.ts';
import type { Click } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';

/** "Report a problem" of the entrance: the form, on top of the entrance. */
export async function openFiling({ context, user, view, triggerId }: Click): Promise<void> {
  if (view === undefined) return;
  const { role } = readEntrance(view.metadata);
  const target = { how: 'push', triggerId } as const;
  await openFilingForm({ context, target, userId: user.id, filing: { role } });
}

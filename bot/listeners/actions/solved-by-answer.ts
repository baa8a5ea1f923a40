import { noticeView } from '../../ui/waiting-view.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** "This solved it": the form gives way to a thank-you, nothing is filed, and the answer counts. */
export async function solvedByAnswer({ context, view, value: title }: Click): Promise<void> {
  if (view === undefined) return;
  const { client, hints, logger } = context;
  await hints?.sent({ viewId: view.id });
  const counting = client.countSolvedByAnswer({ title }, { idempotencyKey: `solved:${view.id}` });
  // Nobody has to file a problem that is solved because it could not be counted.
  await counting.catch(err => logger.warn({ err, title }, 'a helpful answer was not counted'));
  const message = 'Good that it works! Nothing was filed. If it comes back, report it at any time.';
  const thanks = noticeView({ title: 'Nothing to report', message });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: thanks });
}

import { readSolving } from '../../ui/filing-hint.ts';
import { noticeView } from '../../ui/waiting-view.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** "This solved it": the form gives way to a thank-you, nothing is filed, and the answer counts. */
export async function solvedByAnswer({ context, view, value }: Click): Promise<void> {
  if (view === undefined) return;
  const { client, hints, logger, texts } = context;
  const { title: heading, thanks: message } = texts.report.solved;
  await hints?.sent({ viewId: view.id });
  const answer = readSolving(value);
  const counting = client.countSolvedByAnswer(answer, { idempotencyKey: `solved:${view.id}` });
  // Nobody has to file a problem that is solved because it could not be counted.
  await counting.catch(err => logger.warn({ err, answer }, 'a helpful answer was not counted'));
  const thanks = noticeView({ title: heading, message, texts });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: thanks });
}

import type { ProblemCode } from '@campus-desk/contract';
import { type Page, readPage } from '../../ui/page.ts';
import { readAnyReference } from '../../ui/reference.ts';
import { failedView, noticeView } from '../../ui/waiting-view.ts';
import type { Click, ClickedView } from './click.ts';
import { redraw } from './redraw.ts';
import { isOvertaken, type Refusal, refusalOf } from './refusal.ts';
import { showView } from './show-view.ts';

/**
 * Says what went wrong with a click where the person is. Who was slower sees the ticket as it is now and who was
 * quicker; a double click by one person is no conflict.
 */
export async function answerClick({ click, error }: { click: Click; error: unknown }): Promise<void> {
  if (isOvertaken(error)) return;
  const refusal = refusalOf({ context: click.context, error, during: 'click' });
  await say({ click, refusal }).catch(err =>
    click.context.logger.warn({ err }, 'click could not be answered'),
  );
}

/** Refusals of what somebody has done already: work started twice, a question answered twice. */
const doneOnce: ProblemCode[] = ['illegal_transition', 'forbidden_for_role'];

async function say({ click, refusal }: { click: Click; refusal: Refusal }): Promise<void> {
  const { context, view } = click;
  const { texts } = context;
  const { conflict, message } = refusal;
  if (conflict !== undefined) {
    const isOwn = doneOnce.includes(conflict.code) && conflict.by?.id === click.user.id;
    const { role } = readAnyReference(click.value);
    return redraw({ click, ticket: conflict.ticket, role, ...(isOwn ? {} : { notice: message }) });
  }
  if (view === undefined) return click.tellAlone(message);
  if (view.isHome) {
    const notice = noticeView({ title: 'Campus Desk', message, texts });
    await showView({ context, target: { how: 'open', triggerId: click.triggerId }, view: notice });
    return;
  }
  const page = pageOf(view);
  const drawn =
    page === undefined
      ? noticeView({ title: 'Campus Desk', message, texts })
      : failedView({ page, message, texts });
  await showView({ context, target: { how: 'update', viewId: view.id }, view: drawn });
}

/** The page a view shows, if it is one that can be drawn again. */
function pageOf({ metadata }: ClickedView): Page | undefined {
  try {
    return readPage(metadata);
  } catch {
    return undefined;
  }
}

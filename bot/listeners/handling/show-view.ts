import { within } from '@campus-desk/service-kit';
import type { ModalView } from '@slack/types';
import type { Page } from '../../ui/page.ts';
import { failedView, loadingView } from '../../ui/waiting-view.ts';
import type { ActContext } from './context.ts';
import { loadPage } from './load-page.ts';
import { refusalOf } from './refusal.ts';

/** Where a view goes: a new modal, on top of the open one, or in place of an open view. */
export type ViewTarget =
  | { how: 'open'; triggerId: string }
  | { how: 'push'; triggerId: string }
  | { how: 'update'; viewId: string; hash?: string | undefined };

type ShowViewInput = { context: ActContext; target: ViewTarget; view: ModalView };

/** Puts a view there, at once. */
export async function showView(
  input: ShowViewInput,
): Promise<{ viewId: string | undefined; hash: string | undefined }> {
  const { context, target, view } = input;
  const answer = await send({ context, target, view });
  return { viewId: answer.view?.id, hash: answer.view?.hash };
}

type ShowPageInput = { context: ActContext; target: ViewTarget; page: Page };

/**
 * Shows a page: with its data when that comes soon, else as a skeleton that fills itself. A new modal that fails at
 * once is not opened, the error is thrown; inside a modal the failure is shown in place.
 */
export async function showPage({ context, target, page }: ShowPageInput): Promise<void> {
  const loading = loadPage({ context, page });
  const drawn = target.how === 'open' ? loading : orFailure({ context, page, loading });
  const view = await within({ work: drawn, ms: context.patienceMs });
  if (view !== undefined) {
    await showView({ context, target, view });
    return;
  }
  const { viewId, hash } = await showView({
    context,
    target,
    view: loadingView({ page, texts: context.texts }),
  });
  if (viewId === undefined) return;
  const filling = fill({ context, viewId, hash, view: orFailure({ context, page, loading }) });
  context.inFlight.track({ kind: 'background', work: filling });
}

type DrawPageInput = { context: ActContext; page: Page };

/** A page in place of a view that was just submitted: its data when that comes soon, else a way to ask again. */
export async function drawPage({ context, page }: DrawPageInput): Promise<ModalView> {
  const drawn = orFailure({ context, page, loading: loadPage({ context, page }) });
  const view = await within({ work: drawn, ms: context.patienceMs });
  return view ?? failedView({ page, texts: context.texts, message: context.texts.common.slow });
}

type SendInput = { context: ActContext; target: ViewTarget; view: ModalView };

function send(input: SendInput) {
  const { target, view } = input;
  const { slack } = input.context;
  if (target.how === 'open') return slack.views.open({ trigger_id: target.triggerId, view });
  if (target.how === 'push') return slack.views.push({ trigger_id: target.triggerId, view });
  const { viewId, hash } = target;
  return slack.views.update({ view_id: viewId, view, ...(hash === undefined ? {} : { hash }) });
}

type FillInput = {
  context: ActContext;
  viewId: string;
  hash: string | undefined;
  view: Promise<ModalView>;
};

/** The hash leaves the view alone when the person has gone on, or closed it, while the data was on its way. */
async function fill({ context, viewId, hash, view }: FillInput): Promise<void> {
  const target: ViewTarget = { how: 'update', viewId, hash };
  await showView({ context, target, view: await view }).catch(err =>
    context.logger.info({ err, viewId }, 'skeleton no longer there'),
  );
}

type OrFailureInput = { context: ActContext; page: Page; loading: Promise<ModalView> };

async function orFailure({ context, page, loading }: OrFailureInput): Promise<ModalView> {
  return loading.catch(error => {
    const { message } = refusalOf({ context, error, during: page.page });
    return failedView({ page, message, texts: context.texts });
  });
}

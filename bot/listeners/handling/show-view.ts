import { within } from '@campus-desk/service-kit';
import type { ModalView } from '@slack/types';
import type { Page } from '../../ui/page.ts';
import { failedView, loadingView } from '../../ui/waiting-view.ts';
import type { Desk } from './context.ts';
import { loadPage } from './load-page.ts';
import { refusalOf } from './refusal.ts';

/** Where a view goes: a new modal, on top of the open one, or in place of an open view. */
export type Place =
  | { how: 'open'; triggerId: string }
  | { how: 'push'; triggerId: string }
  | { how: 'update'; viewId: string; hash?: string | undefined };

/** Puts a view there, at once. */
export async function showView({
  desk,
  place,
  view,
}: {
  desk: Desk;
  place: Place;
  view: ModalView;
}): Promise<{ viewId: string | undefined; hash: string | undefined }> {
  const answer = await send({ desk, place, view });
  return { viewId: answer.view?.id, hash: answer.view?.hash };
}

/**
 * Shows a page: with its data when that comes soon, else as a skeleton that fills itself. A new modal that fails at
 * once is not opened, the error is thrown; inside a modal the failure is shown in place.
 */
export async function showPage({
  desk,
  place,
  page,
}: {
  desk: Desk;
  place: Place;
  page: Page;
}): Promise<void> {
  const loading = loadPage({ desk, page });
  const drawn = place.how === 'open' ? loading : orFailure({ desk, page, loading });
  const view = await within({ work: drawn, ms: desk.patienceMs });
  if (view !== undefined) {
    await showView({ desk, place, view });
    return;
  }
  const { viewId, hash } = await showView({ desk, place, view: loadingView(page) });
  if (viewId === undefined) return;
  const filling = fill({ desk, viewId, hash, view: orFailure({ desk, page, loading }) });
  desk.inFlight.track({ kind: 'background', work: filling });
}

/** A page in place of a view that was just submitted: its data when that comes soon, else a way to ask again. */
export async function drawPage({ desk, page }: { desk: Desk; page: Page }): Promise<ModalView> {
  const drawn = orFailure({ desk, page, loading: loadPage({ desk, page }) });
  const view = await within({ work: drawn, ms: desk.patienceMs });
  return view ?? failedView({ page, message: 'Done. This takes longer than usual to show.' });
}

function send({ desk: { slack }, place, view }: { desk: Desk; place: Place; view: ModalView }) {
  if (place.how === 'open') return slack.views.open({ trigger_id: place.triggerId, view });
  if (place.how === 'push') return slack.views.push({ trigger_id: place.triggerId, view });
  const { viewId, hash } = place;
  return slack.views.update({ view_id: viewId, view, ...(hash === undefined ? {} : { hash }) });
}

/** The hash leaves the view alone when the person has gone on, or closed it, while the data was on its way. */
async function fill({
  desk,
  viewId,
  hash,
  view,
}: {
  desk: Desk;
  viewId: string;
  hash: string | undefined;
  view: Promise<ModalView>;
}): Promise<void> {
  const place: Place = { how: 'update', viewId, hash };
  await showView({ desk, place, view: await view }).catch(err =>
    desk.logger.info({ err, viewId }, 'skeleton no longer there'),
  );
}

async function orFailure({
  desk,
  page,
  loading,
}: {
  desk: Desk;
  page: Page;
  loading: Promise<ModalView>;
}): Promise<ModalView> {
  return loading.catch(error => {
    const { message } = refusalOf({ desk, error, during: page.page });
    return failedView({ page, message });
  });
}

import type { ModalView } from '@slack/types';
import { closeForm } from '../../ui/close-form.ts';
import type { FormOrigin } from '../../ui/page.ts';
import { readMore, readReference } from '../../ui/reference.ts';
import { replyForm } from '../../ui/reply-form.ts';
import type { TicketForm } from '../../ui/ticket-form.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { readEarlier } from '../handling/read-earlier.ts';
import { showPage, showView, type ViewTarget } from '../handling/show-view.ts';

/** "Edit": the form with the ticket as it is now. */
export async function openEdit(click: Click): Promise<void> {
  const { role, number } = readReference(click.value);
  const page = { page: 'edit', role, number, from: originOf(click) } as const;
  await showPage({ context: click.context, target: targetOf(click), page });
}

/** The menu of a card; "Hand over" is the form with who has the ticket now. */
export async function openMore(click: Click): Promise<void> {
  const { role, number } = readMore(click.value);
  const page = { page: 'assign', role, number, from: originOf(click), userId: click.user.id } as const;
  await showPage({ context: click.context, target: targetOf(click), page });
}

/** "Close". */
export const openClose = openForm(closeForm);

/** "Reply". */
export const openReply = openForm(replyForm);

/** "Still broken? File a follow-up": the filing form with the ticket's words, linked to it. */
export async function openFollowUp(click: Click): Promise<void> {
  const { context } = click;
  const { role, number } = readReference(click.value);
  const filing = { role, followUpOf: number, ...(await readEarlier({ context, number })) };
  await openFilingForm({ context, target: targetOf(click), filing });
}

function openForm(draw: (reference: TicketForm) => ModalView): ClickListener {
  return async click => {
    const view = draw({ ...readReference(click.value), from: originOf(click) });
    await showView({ context: click.context, target: targetOf(click), view });
  };
}

function originOf({ view }: Click): FormOrigin {
  return view === undefined ? 'card' : 'modal';
}

/** From a card a modal of its own; in the ticket modal its place, because Slack stacks three views at most. */
function targetOf({ view, triggerId }: Click): ViewTarget {
  return view === undefined
    ? { how: 'open', triggerId }
    : { how: 'update', viewId: view.id, hash: view.hash };
}

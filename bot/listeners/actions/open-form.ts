import type { ModalView } from '@slack/types';
import { noteForm } from '../../ui/note-form.ts';
import type { FormOrigin, FormPage } from '../../ui/page.ts';
import { type More, type Reference, readMore, readReference } from '../../ui/reference.ts';
import { replyForm } from '../../ui/reply-form.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { TicketForm } from '../../ui/ticket-form.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { readEarlier } from '../handling/read-earlier.ts';
import { showPage, showView, type ViewTarget } from '../handling/show-view.ts';

/** "Edit", with the ticket as it is now. */
export const openEdit = openPage('edit');

/** "Answer all". */
export const openAnswerAll = openPage('answerAll');

/** "Close", with the duplicates that there are now. */
export const openClose = openPage('close');

/** The menu of a card: each entry is a form about its ticket. */
export async function openMore(click: Click): Promise<void> {
  const { more, ...reference } = readMore(click.value);
  if (more === 'note') return showForm({ click, reference, draw: noteForm });
  await showFormPage({ click, reference, page: pages[more] });
}

/** What the entries of the menu open whose form is drawn from the API's data. */
const pages: Record<Exclude<More, 'note'>, FormPage['page']> = {
  answer: 'answer',
  wait: 'wait',
  duplicate: 'duplicate',
  handOver: 'assign',
};

/** "Reply". */
export const openReply = openForm(replyForm);

/** "Still broken? File a follow-up": the filing form with the ticket's words, linked to it. */
export async function openFollowUp(click: Click): Promise<void> {
  const { context } = click;
  const { id: userId } = click.user;
  const { role, number } = readReference(click.value);
  const filing = { role, followUpOf: number, ...(await readEarlier({ context, number, userId })) };
  await openFilingForm({ context, target: targetOf(click), userId, filing });
}

function openPage(page: FormPage['page']): ClickListener {
  return click => showFormPage({ click, reference: readReference(click.value), page });
}

type ShowFormPageInput = { click: Click; reference: Reference; page: FormPage['page'] };

async function showFormPage({ click, reference, page }: ShowFormPageInput): Promise<void> {
  const { role, number } = reference;
  const opened = { page, role, number, from: originOf(click) };
  await showPage({ context: click.context, target: targetOf(click), page: opened });
}

function openForm(draw: DrawForm): ClickListener {
  return click => showForm({ click, reference: readReference(click.value), draw });
}

type DrawForm = (input: { reference: TicketForm; texts: Texts }) => ModalView;

type ShowFormInput = { click: Click; reference: Reference; draw: DrawForm };

async function showForm({ click, reference, draw }: ShowFormInput): Promise<void> {
  const { texts } = click.context;
  const view = draw({ reference: { ...reference, from: originOf(click) }, texts });
  await showView({ context: click.context, target: targetOf(click), view });
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

import type { ModalView } from '@slack/types';
import { noteForm } from '../../ui/note-form.ts';
import type { FormOrigin } from '../../ui/page.ts';
import { type More, type Reference, readMore, readReference } from '../../ui/reference.ts';
import { replyForm } from '../../ui/reply-form.ts';
import type { Texts } from '../../ui/texts/texts.ts';
import type { TicketForm } from '../../ui/ticket-form.ts';
import type { Click, ClickListener } from '../handling/click.ts';
import { openFilingForm } from '../handling/open-filing-form.ts';
import { readEarlier } from '../handling/read-earlier.ts';
import { showPage, showView, type ViewTarget } from '../handling/show-view.ts';

/** "Edit": the form with the ticket as it is now. */
export async function openEdit(click: Click): Promise<void> {
  const { role, number } = readReference(click.value);
  const page = { page: 'edit', role, number, from: originOf(click), userId: click.user.id } as const;
  await showPage({ context: click.context, target: targetOf(click), page });
}

/** "Answer all". */
export async function openAnswerAll(click: Click): Promise<void> {
  const { role, number } = readReference(click.value);
  const page = { page: 'answerAll', role, number, from: originOf(click) } as const;
  await showPage({ context: click.context, target: targetOf(click), page });
}

/** The menu of a card: each entry is a form about its ticket. */
export async function openMore(click: Click): Promise<void> {
  const { more, ...reference } = readMore(click.value);
  await openers[more]({ click, reference });
}

type OpenMoreInput = { click: Click; reference: Reference };

const openers: Record<More, (input: OpenMoreInput) => Promise<void>> = {
  note: ({ click, reference }) => showForm({ click, reference, draw: noteForm }),
  answer: async ({ click, reference: { role, number } }) => {
    const page = { page: 'answer', role, number, from: originOf(click) } as const;
    await showPage({ context: click.context, target: targetOf(click), page });
  },
  wait: async ({ click, reference: { role, number } }) => {
    const page = { page: 'wait', role, number, from: originOf(click) } as const;
    await showPage({ context: click.context, target: targetOf(click), page });
  },
  duplicate: async ({ click, reference: { role, number } }) => {
    const page = { page: 'duplicate', role, number, from: originOf(click) } as const;
    await showPage({ context: click.context, target: targetOf(click), page });
  },
  /** With who has the ticket now. */
  handOver: async ({ click, reference: { role, number } }) => {
    const page = { page: 'assign', role, number, from: originOf(click), userId: click.user.id } as const;
    await showPage({ context: click.context, target: targetOf(click), page });
  },
};

/** "Close", with the duplicates that there are now. */
export async function openClose(click: Click): Promise<void> {
  const { role, number } = readReference(click.value);
  const page = { page: 'close', role, number, from: originOf(click) } as const;
  await showPage({ context: click.context, target: targetOf(click), page });
}

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

function openForm(draw: DrawForm): ClickListener {
  return click => showForm({ click, reference: readReference(click.value), draw });
}

type DrawForm = (input: { reference: TicketForm; texts: Texts }) => ModalView;

async function showForm({ click, reference, draw }: OpenMoreInput & { draw: DrawForm }): Promise<void> {
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

import { readTicketForm } from '../../ui/ticket-form.ts';
import type { Click } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** An answer picked in the form "Answer": its words, in the language of the reporter. */
export async function chooseAnswer({ context, view, value }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number, from } = readTicketForm(view.metadata);
  const page = { page: 'answer', role, number, from, chosen: Number(value) } as const;
  await showPage({ context, target: { how: 'update', viewId: view.id, hash: view.hash }, page });
}

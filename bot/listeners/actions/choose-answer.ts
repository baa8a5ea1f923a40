import { readDrafts } from '../../ui/answer-form.ts';
import type { Click } from '../handling/click.ts';
import { showPage } from '../handling/show-view.ts';

/** An answer picked in the form "Answer": its words, in the language of the reporter, or what was made of them before. */
export async function chooseAnswer({ context, view, value }: Click): Promise<void> {
  if (view === undefined) return;
  const { role, number, from, drafts } = readDrafts(view);
  const page = { page: 'answer', role, number, from, chosen: Number(value), drafts } as const;
  await showPage({ context, target: { how: 'update', viewId: view.id, hash: view.hash }, page });
}

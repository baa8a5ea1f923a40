import { z } from 'zod';
import { formTopics, readStatsMetadata, statsForm } from '../../ui/stats-form.ts';
import type { Click } from '../handling/click.ts';
import { showView } from '../handling/show-view.ts';

/** Another analysis in the modal: the period comes or goes. */
export async function chooseAnalysis({ context, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const analysis = z.enum(formTopics).parse(value);
  const target = { how: 'update', viewId: view.id, hash: view.hash } as const;
  await showView({
    context,
    target,
    view: statsForm({ analysis, texts: context.texts, ...readStatsMetadata(view.metadata) }),
  });
}

import { z } from 'zod';
import { type ListPage, readListPage } from '../../ui/page.ts';
import { fromStart } from '../../ui/queue-parts.ts';
import type { EventListener } from '../handling/on-event.ts';

const openedSchema = z.looseObject({
  user: z.string(),
  tab: z.literal('home'),
  view: z.looseObject({ hash: z.string(), private_metadata: z.string() }).optional(),
});

/** Somebody looks at the Home tab: it is drawn anew, with the role and the filters they chose last. */
export const homeOpened: EventListener = async ({ context, event }) => {
  const opened = openedSchema.safeParse(event);
  if (!opened.success) return;
  const { user: userId, view } = opened.data;
  const page = view && pageOf(view.private_metadata);
  await context.homes.show({ userId, page, hash: view?.hash });
};

/** The list that stood there, from its start; undefined where an earlier version wrote it otherwise. */
function pageOf(metadata: string): ListPage | undefined {
  try {
    return fromStart(readListPage(metadata));
  } catch {
    return undefined;
  }
}

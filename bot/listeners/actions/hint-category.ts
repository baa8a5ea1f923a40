import { readFiling } from '../../ui/filing-form.ts';
import type { Click } from '../handling/click.ts';

/** Something was typed into a filing form: the hint under it and what is offered follow, and nobody waits for them. */
export async function hintCategory({ context, view, user }: Click): Promise<void> {
  const { hints, inFlight, texts } = context;
  if (view === undefined || hints === undefined) return;
  const { id, hash, metadata, blocks } = view;
  const { description: text, location } = readFiling(view);
  const hinting = hints.typed({ viewId: id, userId: user.id, texts, hash, metadata, blocks, text, location });
  inFlight.track({ kind: 'background', work: hinting });
}

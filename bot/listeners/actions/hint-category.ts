import type { Click } from '../handling/click.ts';

/** Something was typed into a filing form: the hint under it follows, and nobody waits for it. */
export async function hintCategory({ context, value, view }: Click): Promise<void> {
  const { hints, inFlight } = context;
  if (view === undefined || hints === undefined) return;
  const { id, hash, metadata, blocks } = view;
  const hinting = hints.typed({ viewId: id, hash, metadata, blocks, text: value });
  inFlight.track({ kind: 'background', work: hinting });
}

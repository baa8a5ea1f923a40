import type { Click } from '../handling/click.ts';

/** Something was typed into a filing form: the hint under it follows, and nobody waits for it. */
export async function hintCategory({ context, value, view }: Click): Promise<void> {
  if (view === undefined) return;
  const { id, hash, shown } = view;
  const hinting = context.hints.typed({ viewId: id, hash, form: shown, text: value });
  context.inFlight.track({ kind: 'background', work: hinting });
}

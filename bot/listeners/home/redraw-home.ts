import type { ListenerContext } from '../handling/context.ts';

type RedrawHomeInput = { context: ListenerContext; userId: string; hasActed: boolean };

/** After an act the person's Home tab follows; nobody waits for it. */
export function redrawHome({ context, userId, hasActed }: RedrawHomeInput): void {
  if (hasActed) context.inFlight.track({ kind: 'background', work: context.homes.refresh(userId) });
}

import { type ThreadSide, threadSides } from '@campus-desk/contract';
import { z } from 'zod';

/** What every post of ours says about itself, unseen by people: the event it shows, and which part of showing it. */
export type Marker = { event: number; ticket: number; part: string };

const eventType = 'campus_desk';
const markedSchema = z.looseObject({
  user: z.string(),
  metadata: z.looseObject({
    event_type: z.literal(eventType),
    event_payload: z.object({ event: z.int(), ticket: z.int(), part: z.string() }),
  }),
});

/** A marker as message metadata. */
export function metadataOf(marker: Marker) {
  return { event_type: eventType, event_payload: marker };
}

type ReadMarkerInput = { message: unknown; botUserId: string };

/** The marker of a message, when the bot itself wrote it; undefined for any other message. */
export function readMarker({ message, botUserId }: ReadMarkerInput): Marker | undefined {
  const marked = markedSchema.safeParse(message);
  return marked.success && marked.data.user === botUserId ? marked.data.metadata.event_payload : undefined;
}

/** How the card of a side is marked. */
export function cardPart(side: ThreadSide): string {
  return `${side}-card`;
}

/** Which side's card a marked part is; undefined for anything that is not a card. */
export function sideOfCard(part: string): ThreadSide | undefined {
  return threadSides.find(side => cardPart(side) === part);
}

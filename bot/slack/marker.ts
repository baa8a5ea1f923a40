import { cleanName, type ThreadSide, threadSides } from '@campus-desk/contract';
import { z } from 'zod';

/**
 * What every post of ours says about itself, unseen by people: the event it shows, and which part of showing it. It
 * stands in the metadata of a message; a shared file has none, so there it stands in the file's name.
 */
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

/** The part that is the file at `index` of a message. */
export function filePart(index: number): string {
  return `${filePrefix}${index + 1}`;
}

/** Whether a part is one of a message's files. */
export function isFilePart(part: string): boolean {
  return part.startsWith(filePrefix);
}

const filePrefix = 'file-';
/** Slack may lengthen names, but keeps letters and digits. */
const maxStemLength = 100;

/** The name under which a file is copied, such as `photo-desk-12-345-1.jpg`. */
export function markedName({ name, marker }: { name: string; marker: Marker }): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
  const { ticket, event, part } = marker;
  return `${cleanName(stem)
    .slice(0, maxStemLength)
    .replace(/[\ud800-\udbff]$/, '')}-desk-${ticket}-${event}-${part.slice(filePrefix.length)}${ending}`;
}

const sharedSchema = z.looseObject({
  user: z.string(),
  files: z.tuple([z.looseObject({ name: z.string() })]),
});

type ReadMarkerInput = { message: unknown; botUserId: string };

/** The marker of a message, when the bot itself wrote it; undefined for any other message. */
export function readMarker({ message, botUserId }: ReadMarkerInput): Marker | undefined {
  const marked = markedSchema.safeParse(message);
  if (marked.success && marked.data.user === botUserId) return marked.data.metadata.event_payload;
  const shared = sharedSchema.safeParse(message);
  return shared.success && shared.data.user === botUserId ? readName(shared.data.files[0].name) : undefined;
}

function readName(name: string): Marker | undefined {
  const [, ticket, event, index] = /-desk-(\d+)-(\d+)-(\d+)(\.[^.]*)?$/.exec(name) ?? [];
  if (index === undefined) return undefined;
  return { event: Number(event), ticket: Number(ticket), part: `${filePrefix}${index}` };
}

/** How the card of a side is marked. */
export function cardPart(side: ThreadSide): string {
  return `${side}-card`;
}

/** How the message of a wave is marked. */
export const wavePart = 'wave';

/** Whether a marked part stands in a channel, outside of any thread. */
export function standsInChannel(part: string): boolean {
  return part === wavePart || sideOfCard(part) !== undefined;
}

/** Which side's card a marked part is; undefined for anything that is not a card. */
export function sideOfCard(part: string): ThreadSide | undefined {
  return threadSides.find(side => cardPart(side) === part);
}

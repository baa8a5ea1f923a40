import type { Message, SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { textsAt } from '../conversation/texts-for.ts';
import { isFrozen, SlackRefusal } from '../slack/errors.ts';
import { mirroredMessage } from '../ui/mirrored-message.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { copyFiles } from './copy-files.ts';
import { readerOf, readerOn } from './copy-reader.ts';
import { helpdeskCopies } from './helpdesk-copies.ts';
import { withoutName } from './hidden-name.ts';
import type { DrawPost } from './post-under.ts';
import { removeFiles } from './remove-files.ts';
import { postInThread } from './threads.ts';

type Mirroring = { context: SyncContext; delivery: TicketDelivery; message: Message };

type CopyMessageInput = Mirroring & { event: TicketEvent; side: ThreadSide };

/** Shows a message in one thread, its files below it, and remembers where, so that edits and deletions can follow. */
export async function copyMessage(input: CopyMessageInput): Promise<void> {
  const { context, delivery, side, event } = input;
  const { userId, to, hidden } = readerOn({ delivery, message: input.message, side });
  const message = withoutName({ act: input.message, hidden });
  const post: DrawPost = texts => mirroredMessage({ message, to, texts });
  const posted = await postInThread({
    context,
    delivery,
    side,
    event,
    part: copyPart(side),
    post,
  });
  const { isNew, ...ref } = posted;
  await context.client.rememberCopy({ id: message.id, ...ref });
  const isDeleted = message.deletedAt !== null;
  if (isDeleted && !isNew) await removeFiles({ context, message, copy: ref });
  if (!isNew) await redrawCopy({ context, message, ref, draw: post, userId });
  if (isDeleted) return;
  const thread = delivery.threads.get(side);
  if (thread === undefined) return;
  const mayBeShown = delivery.mayBeShown(event.id);
  await copyFiles({ context, message, posted: event.id, thread, userId, mayBeShown });
}

/** Updates the copies of a message on one side to what it says now; the files of a deleted one go with it. */
export async function redrawCopies(input: Mirroring & { side: ThreadSide }): Promise<void> {
  const { context } = input;
  for (const { channel, ts } of await copiesOn(input)) {
    const copy = { channel, ts };
    const { userId, to, hidden } = await readerOf({ ...input, copy });
    const message = withoutName({ act: input.message, hidden });
    const draw: DrawPost = texts => mirroredMessage({ message, to, texts });
    // The copy says in which thread its files are, as long as it stands there.
    if (message.deletedAt !== null) await removeFiles({ context, message, copy });
    await redrawCopy({ context, message, ref: copy, draw, userId });
  }
}

/** How the copy in the thread of a side is marked. */
export function copyPart(side: ThreadSide): string {
  return `${side}-copy`;
}

type CopiesOnInput = Mirroring & { side: ThreadSide };

async function copiesOn({ context, delivery, message, side }: CopiesOnInput): Promise<SlackRef[]> {
  const copies = await context.client.listCopies({ id: message.id });
  // A note is drawn where helpdesk alone reads, and nowhere by guessing.
  if (message.internal) return side === 'helpdesk' ? helpdeskCopies({ context, message, copies }) : [];
  const isReporters = ({ channel }: SlackRef) => delivery.threads.get('reporter')?.channel === channel;
  return copies.filter(copy => isReporters(copy) === (side === 'reporter'));
}

type RedrawCopyInput = {
  context: SyncContext;
  message: Message;
  ref: SlackRef;
  draw: DrawPost;
  /** Whose direct messages these may be. */
  userId: string;
};

/** A copy that somebody deleted in Slack stays deleted. One of a deleted message that may not be changed any more goes. */
export async function redrawCopy({ context, message, ref, draw, userId }: RedrawCopyInput): Promise<void> {
  const { textsFor } = context;
  try {
    await context.slack.update({
      ...ref,
      draw: async () => draw(await textsAt({ textsFor, channel: ref.channel, userId })),
    });
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    if (error.isGone) return;
    if (message.deletedAt === null || !isFrozen(error.reason)) throw error;
    await context.slack.delete(ref).catch(kept => {
      throw kept instanceof SlackRefusal ? error : kept;
    });
  }
}

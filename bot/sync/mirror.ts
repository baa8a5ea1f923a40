import type { Message, SlackRef, ThreadSide, TicketEvent } from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { mirroredMessage } from '../ui/mirrored-message.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { postInThread } from './threads.ts';

type Mirroring = { context: SyncContext; event: TicketEvent; message: Message };

type CopyMessageInput = Mirroring & { delivery: TicketDelivery; side: ThreadSide };

/** Shows a message in one thread and remembers where, so that edits and deletions can follow. */
export async function copyMessage(input: CopyMessageInput): Promise<void> {
  const { context, delivery, side, event, message } = input;
  const post = mirroredMessage({ message });
  const posted = await postInThread({ context, delivery, side, event, part: `${side}-copy`, post });
  const { isNew, ...ref } = posted;
  await context.client.rememberCopy({ id: message.id, ...ref });
  if (!isNew) await redrawCopy({ context, message, ref });
}

/** Updates every copy of a message to what it says now. */
export async function redrawCopies({ context, message }: Omit<Mirroring, 'event'>): Promise<void> {
  const copies = await context.client.listCopies({ id: message.id });
  for (const { channel, ts } of copies) await redrawCopy({ context, message, ref: { channel, ts } });
}

type RedrawCopyInput = { context: SyncContext; message: Message; ref: SlackRef };

/** A copy that somebody deleted in Slack stays deleted. */
async function redrawCopy(input: RedrawCopyInput): Promise<void> {
  const { context, message, ref } = input;
  try {
    await context.slack.update({ ...ref, ...mirroredMessage({ message }) });
  } catch (error) {
    if (!(error instanceof SlackRefusal && error.isGone)) throw error;
  }
}

import {
  type Client,
  type EventType,
  type Message,
  pagesOf,
  type SlackRef,
  type TicketEvent,
} from '@campus-desk/contract';
import { SlackRefusal } from '../slack/errors.ts';
import { mirroredMessage } from '../ui/mirrored-message.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { copyFiles } from './copy-files.ts';
import { type DrawPost, postUnder } from './post-under.ts';

/** A channel takes a post a second; what is older stands in the thread the card has left, and in the ticket. */
const maxCarried = 20;

type CarryConversationInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  thread: SlackRef;
};

/**
 * Shows in a card's new thread the newest messages from before the event that moved it: who reads the new channel may
 * not be in the old one. They are copies like any other, so edits and deletions follow.
 */
export async function carryConversation(input: CarryConversationInput): Promise<void> {
  const { context, event } = input;
  const { number, reporter } = input.delivery.ticket;
  const mayBeShown = input.delivery.mayBeShown(event.id);
  for (const { message, posted } of await messagesBefore({ client: context.client, number, event })) {
    const part = `helpdesk-carried-${message.id}`;
    try {
      const post: DrawPost = texts => mirroredMessage({ message, texts });
      const { isNew, ...ref } = await postUnder({ ...input, part, post });
      await context.client.rememberCopy({ id: message.id, ...ref });
      await copyFiles({ context, message, posted, thread: input.thread, userId: reporter.id, mayBeShown });
    } catch (error) {
      // The card was taken, so a refusal is about this message, which stays where it was.
      if (!(error instanceof SlackRefusal)) throw error;
    }
  }
}

/** A message, and the event with which it was posted. */
type Earlier = { message: Message; posted: number };

/** A message that became a note later is known by its first event. */
function isPosting(type: EventType): boolean {
  return type === 'message.posted' || type === 'note.posted';
}

type MessagesBeforeInput = { client: Client; number: number; event: TicketEvent };

/** Oldest first. What was written since has an event of its own, which shows it in the new thread. */
async function messagesBefore({ client, number, event }: MessagesBeforeInput): Promise<Earlier[]> {
  const earlier = new Map<string, number>();
  const query = { number, role: 'helpdesk' } as const;
  for await (const { events } of pagesOf(cursor => client.listEvents({ ...query, limit: 500, cursor })))
    for (const { id, type, messageId } of events)
      if (isPosting(type) && id < event.id && messageId && !earlier.has(messageId))
        earlier.set(messageId, id);
  const { messages } = await client.listMessages({ ...query, newestFirst: true, limit: 200 });
  return messages
    .flatMap(message => {
      const posted = earlier.get(message.id);
      return posted === undefined || message.deletedAt !== null ? [] : { message, posted };
    })
    .slice(0, maxCarried)
    .toReversed();
}

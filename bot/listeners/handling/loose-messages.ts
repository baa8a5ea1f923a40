import type { SlackRef, Ticket } from '@campus-desk/contract';
import { z } from 'zod';
import { findAwaitedReply } from '../../conversation/awaited-reply.ts';
import type { Comment } from '../../conversation/read-comment.ts';
import type { SlackMessageReading } from '../../conversation/read-slack-message.ts';
import { storeSlackMessage } from '../../conversation/store-message.ts';
import { isRefused } from '../../slack/errors.ts';
import { addedAnswer, choiceAnswer, type LooseAnswer } from '../../ui/loose-message.ts';
import { actContext } from './act-context.ts';
import type { ActContext, ListenerContext } from './context.ts';
import { emergencyIn } from './emergency.ts';

/** Tickets that are offered to add a message to. */
const maxOffered = 3;

type LooseMessage = { context: ListenerContext; comment: Comment };

/**
 * Answers what a person wrote to the bot outside the threads of their tickets, once: under a message of a ticket, as
 * its followers get them, it goes to that one; else to the one that waits for their answer; else they are asked where it
 * belongs.
 */
export function answerLooseMessage({ context, comment }: LooseMessage): Promise<void> {
  const key = `answer ${comment.channel} ${comment.ts}`;
  return context.once({
    key,
    work: async () => {
      if (await isAnswered({ context, comment })) return;
      const acting = await actContext({ context, userId: comment.user });
      await post({ context, comment, answer: await answerTo({ context: acting, comment }) });
    },
  });
}

type LooseEdit = { context: ListenerContext; edit: Extract<SlackMessageReading, { kind: 'edit' }> };

/**
 * The same for one that was edited before it was stored: its edit may arrive first, or while it is being answered. An
 * edit of a message that belongs to no ticket is answered as the message would be, once.
 */
export async function answerLooseEdit({ context, edit }: LooseEdit): Promise<void> {
  const { client, namesForEvents: names } = context;
  const { comment } = edit;
  await answerLooseMessage({ context, comment });
  const number = await ticketOf({ context, message: { channel: comment.channel, ts: comment.ts } });
  if (number === undefined) return;
  const actorOf = (id: string) => names.actor({ id, role: 'user' });
  await storeSlackMessage({ client, number, reading: edit, actorOf });
}

async function answerTo({ context, comment }: LooseMessage & { context: ActContext }): Promise<LooseAnswer> {
  const { client, namesForEvents: names, texts } = context;
  const { channel, ts, threadTs, user } = comment;
  const message = { channel, ts };
  const stored = await ticketOf({ context, message });
  const emergency = await emergencyIn({ context, text: comment.body });
  if (stored !== undefined) return addedAnswer({ texts, number: stored, message, emergency });
  const root = threadTs === undefined ? undefined : { channel, ts: threadTs };
  const answered = root && (await ticketOf({ context, message: root }));
  const { tickets, awaiting } = await findAwaitedReply({ client, reporterId: user });
  const number = answered ?? awaiting?.number;
  if (number === undefined) return choiceAnswer({ texts, tickets: newest(tickets), message, emergency });
  const actorOf = (id: string) => names.actor({ id, role: 'user' });
  await storeSlackMessage({ client, number, reading: { kind: 'comment', ...comment }, actorOf });
  return addedAnswer({ texts, number, message, emergency });
}

type TicketOfInput = { context: ListenerContext; message: SlackRef };

/** The ticket a message was added to; undefined when it was to none. */
export async function ticketOf({ context, message }: TicketOfInput): Promise<number | undefined> {
  const { messages } = await context.client.findMessages({ ...message, role: 'helpdesk' });
  return messages[0]?.ticketNumber;
}

function newest(tickets: Ticket[]): Ticket[] {
  return tickets.toSorted((a, b) => b.number - a.number).slice(0, maxOffered);
}

const answerType = 'campus_desk_answer';
const answerSchema = z.looseObject({
  user: z.string(),
  metadata: z.looseObject({ event_type: z.literal(answerType), event_payload: z.object({ to: z.string() }) }),
});

/** Whether an earlier delivery was answered: by another process, or by a call whose answer was lost. */
async function isAnswered({ context, comment }: LooseMessage): Promise<boolean> {
  const { slack, botUserId } = context;
  const { channel, ts, threadTs } = comment;
  const since = { channel, oldest: ts, limit: 100, include_all_metadata: true };
  const { messages = [] } =
    threadTs === undefined
      ? await slack.conversations.history(since)
      : await slack.conversations.replies({ ...since, ts: threadTs });
  return messages.some(message => {
    const { data } = answerSchema.safeParse(message);
    return data?.user === botUserId && data.metadata.event_payload.to === ts;
  });
}

async function post({ context, comment, answer }: LooseMessage & { answer: LooseAnswer }): Promise<void> {
  const { slack, logger } = context;
  const { channel, ts, threadTs } = comment;
  const metadata = { event_type: answerType, event_payload: { to: ts } };
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  await slack.chat.postMessage({ channel, ...thread, ...answer, metadata }).catch(err => {
    if (!isRefused(err)) throw err;
    logger.warn({ err, channel }, 'a direct message could not be answered');
  });
}

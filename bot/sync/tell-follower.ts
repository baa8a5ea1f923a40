import type { Follower, Message, TicketEvent } from '@campus-desk/contract';
import type { Post } from '../slack/call.ts';
import { SlackRefusal } from '../slack/errors.ts';
import type { Posted } from '../slack/paced-client.ts';
import { followerNotice } from '../ui/follower-notice.ts';
import { mentionOf } from '../ui/mention.ts';
import { mirroredMessage } from '../ui/mirrored-message.ts';
import { notice } from '../ui/notice.ts';
import type { Texts } from '../ui/texts/texts.ts';
import type { SyncContext, TicketDelivery } from './context.ts';
import { addresseeUnder, followerPart, readerOf } from './copy-reader.ts';
import { hiddenFromOthers, withoutName } from './hidden-name.ts';
import { redrawCopy } from './mirror.ts';
import { postOnce } from './post-once.ts';
import { type DrawPost, postUnder } from './post-under.ts';

type TellFollowerInput = {
  context: SyncContext;
  delivery: TicketDelivery;
  event: TicketEvent;
  follower: Follower;
  /** What helpdesk wrote to everybody; else the event itself is told. */
  message: Message | undefined;
};

/**
 * Tells a follower once: in the thread of their own ticket where that is a duplicate of this one, else in their direct
 * messages. Edits and deletions of a message follow. An id that is none of Slack's has nowhere to be told.
 */
export async function tellFollower(given: TellFollowerInput): Promise<void> {
  const hidden = hiddenFromOthers(given.delivery.ticket);
  const input = {
    ...given,
    event: withoutName({ act: given.event, hidden }),
    message: given.message && withoutName({ act: given.message, hidden }),
  };
  const { context, delivery, follower, message } = input;
  if (mentionOf({ id: follower.userId }) === undefined) return;
  const posted = (await toldBefore(input)) ?? (await tellUnderOwnCard(input)) ?? (await tellDirectly(input));
  if (message === undefined) return;
  const { isNew, ...ref } = posted;
  await context.client.rememberCopy({ id: message.id, ...ref });
  if (isNew) return;
  const { userId, to } = await readerOf({ context, delivery, message, side: 'reporter', copy: ref });
  await redrawCopy({ context, message, ref, draw: texts => mirroredMessage({ message, to, texts }), userId });
}

/** What an earlier attempt said in the direct messages, when their own ticket had no thread yet. */
async function toldBefore(input: TellFollowerInput): Promise<Posted | undefined> {
  const { context, delivery, event, follower } = input;
  const mayBeShown = delivery.mayBeShown(event.id);
  if (follower.duplicate === null || mayBeShown === 'no') return undefined;
  const { target, ...marked } = await directly(input);
  const found = await context.ownPosts.find({ target, ...marked, fresh: mayBeShown === 'by us' });
  return found && { ...found, isNew: false };
}

/** In the thread of the follower's own ticket; undefined where there is none, or it is gone. */
async function tellUnderOwnCard(input: TellFollowerInput): Promise<Posted | undefined> {
  const { context, follower, message } = input;
  const { userId, duplicate } = follower;
  if (duplicate === null) return undefined;
  const threads = await context.client.listThreads({ number: duplicate });
  const own = threads.find(({ side }) => side === 'reporter');
  if (own === undefined) return undefined;
  const thread = { channel: own.channel, ts: own.ts };
  const to = await addresseeUnder({ context, thread, userId });
  const post: DrawPost = texts =>
    message === undefined
      ? noticeOf({ ...input, why: texts.notices.why.sameAsThis, texts })
      : mirroredMessage({ message, to, texts });
  try {
    return await postUnder({ ...input, part: followerPart(follower.userId), post, thread, userId });
  } catch (error) {
    if (error instanceof SlackRefusal && error.isGone) return undefined;
    throw error;
  }
}

/** Slack notifies of a direct message without a mention. */
async function tellDirectly(input: TellFollowerInput): Promise<Posted> {
  const { context, delivery, event, follower, message } = input;
  const draw = async () => {
    const texts = await context.textsFor.person(follower.userId);
    return message === undefined ? lineFor({ ...input, texts }) : mirroredMessage({ message, texts });
  };
  const mayBeShown = delivery.mayBeShown(event.id);
  return postOnce({ context, ...(await directly(input)), draw, mayBeShown });
}

/** Where and how a direct message to the follower is known. */
async function directly({ context, delivery, event, follower }: TellFollowerInput) {
  return {
    target: { channel: await context.slack.openDm(follower.userId), threadTs: undefined },
    marker: { event: event.id, ticket: delivery.ticket.number, part: followerPart(follower.userId) },
    sinceMs: Date.parse(event.at),
  };
}

/** Without the words of the ticket: they would stay there when its reporter is forgotten. */
function lineFor(input: TellFollowerInput & { texts: Texts }): Post {
  const { delivery, event, follower, texts } = input;
  if (follower.duplicate === null) return followerNotice({ event, ticket: delivery.ticket, texts });
  const why = texts.notices.why.sameAs({ number: follower.duplicate });
  return noticeOf({ ...input, why });
}

type NoticeOfInput = TellFollowerInput & { why: string; texts: Texts };

function noticeOf({ delivery, event, why, texts }: NoticeOfInput): Post {
  return notice({ event, ticket: delivery.ticket, why, texts });
}

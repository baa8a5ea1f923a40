import type { ConversationsHistoryResponse, ConversationsRepliesResponse } from '@slack/web-api';
import { z } from 'zod';
import { slackMessage } from '../../messages/slack-message.ts';
import type { Slack } from '../../slack.ts';
import { isInChannel, isReply, type StoredMessage } from '../../state/stored-message.ts';
import { microseconds } from '../../state/timestamps.ts';
import type { Answer } from '../answer.ts';
import { count, flag } from '../argument-types.ts';
import { findReadable } from '../conversations.ts';
import { defineMethod } from '../method.ts';
import { page } from '../pages.ts';
import { tier3 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

const range = {
  channel: z.string(),
  cursor: z.string().optional(),
  limit: count.optional(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
};

type Range = z.output<z.ZodObject<typeof range>>;

/** What stands in the channel itself, newest first. */
export const conversationsHistory = defineMethod({
  name: 'conversations.history',
  limit: tier3,
  args: z.object(range),
  run({ args, slack }) {
    const { id } = findReadable({ slack, channel: args.channel });
    const messages = slack.workspace
      .messagesIn(id)
      .all()
      .filter(isInChannel)
      .filter(isWithin(args))
      .reverse();
    return {
      ...answer({ slack, args, messages }),
      pin_count: 0,
    } satisfies Answer<ConversationsHistoryResponse>;
  },
});

/** A thread, its root first; a reply's timestamp answers that reply alone. */
export const conversationsReplies = defineMethod({
  name: 'conversations.replies',
  limit: tier3,
  args: z.object({ ...range, ts: z.string() }),
  run({ args, slack }) {
    const { id } = findReadable({ slack, channel: args.channel });
    const messages = slack.workspace.messagesIn(id);
    const first = messages.get(args.ts);
    if (first === undefined) throw new SlackFailure('thread_not_found');
    const replies = messages.all().filter(message => isReply(message) && message.thread_ts === args.ts);
    return answer({ slack, args, messages: [first, ...replies.filter(isWithin(args))] });
  },
});

function isWithin({ oldest = '0', latest, inclusive = false }: Range) {
  const from = microseconds(oldest);
  const until = latest === undefined || latest === '' ? Number.POSITIVE_INFINITY : microseconds(latest);
  if (Number.isNaN(from)) throw new SlackFailure('invalid_ts_oldest');
  if (Number.isNaN(until)) throw new SlackFailure('invalid_ts_latest');
  return ({ ts }: StoredMessage) => {
    const at = microseconds(ts);
    return inclusive ? at >= from && at <= until : at > from && at < until;
  };
}

function answer(input: { slack: Slack; args: Range; messages: StoredMessage[] }) {
  const { slack, args, messages } = input;
  const shown = page({ items: messages, cursor: args.cursor, limit: args.limit, maxLimit: 999 });
  const metadata = args.include_all_metadata === true ? 'full' : 'type only';
  const teamId = slack.installation.team.id;
  return {
    messages: shown.items.map(message =>
      slackMessage({ message, teamId, workspace: slack.workspace, metadata }),
    ),
    has_more: shown.hasMore,
    ...(shown.hasMore && { response_metadata: shown.metadata }),
  } satisfies Answer<ConversationsRepliesResponse>;
}

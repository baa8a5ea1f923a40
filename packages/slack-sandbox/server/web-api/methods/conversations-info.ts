import type {
  ConversationsInfoResponse,
  ConversationsJoinResponse,
  ConversationsListResponse,
  ConversationsMembersResponse,
  UsersConversationsResponse,
} from '@slack/web-api';
import { z } from 'zod';
import type { Conversation } from '../../../protocol.ts';
import type { Slack } from '../../slack.ts';
import type { Answer } from '../answer.ts';
import { commaList, count, flag } from '../argument-types.ts';
import { requireScope } from '../authorize.ts';
import { addMember, findConversation, isMember, scopePrefix } from '../conversations.ts';
import { defineMethod } from '../method.ts';
import { page } from '../pages.ts';
import { tier2, tier3, tier4 } from '../rate-limits.ts';
import { SlackFailure } from '../slack-failure.ts';

export const conversationsInfo = defineMethod({
  name: 'conversations.info',
  limit: tier3,
  args: z.object({ channel: z.string(), include_num_members: flag.optional() }),
  run({ args, slack }) {
    const conversation = findKnown({ slack, channel: args.channel });
    const members = args.include_num_members ? { num_members: conversation.memberIds.length } : {};
    const channel = { ...describe({ slack, conversation }), ...members };
    return { channel } satisfies Answer<ConversationsInfoResponse>;
  },
});

export const conversationsMembers = defineMethod({
  name: 'conversations.members',
  limit: tier4,
  args: z.object({ channel: z.string(), cursor: z.string().optional(), limit: count.optional() }),
  run({ args, slack }) {
    const { memberIds } = findKnown({ slack, channel: args.channel });
    const { items, metadata } = page({ ...args, items: memberIds, maxLimit: 999 });
    return { members: items, response_metadata: metadata } satisfies Answer<ConversationsMembersResponse>;
  },
});

/** What the scopes of each kind are called; there are no group messages here, but apps may ask for them. */
const kinds = new Map([
  ['public_channel', 'channels'],
  ['private_channel', 'groups'],
  ['im', 'im'],
  ['mpim', 'mpim'],
]);

export const conversationsList = defineMethod({
  name: 'conversations.list',
  limit: tier2,
  args: z.object({
    types: commaList.optional(),
    cursor: z.string().optional(),
    limit: count.optional(),
    exclude_archived: flag.optional(),
  }),
  run({ args, slack }) {
    const prefixes = (args.types ?? ['public_channel']).map(prefixOfKind);
    for (const prefix of prefixes) requireScope({ slack, scope: `${prefix}:read` });
    const visible = slack.workspace.conversations
      .all()
      .filter(conversation => prefixes.includes(scopePrefix(conversation)))
      .filter(conversation => !conversation.isPrivate || isMember({ slack, conversation }));
    const { items, metadata } = page({ ...args, items: visible, maxLimit: 999 });
    const channels = items.map(conversation => describe({ slack, conversation }));
    return { channels, response_metadata: metadata } satisfies Answer<ConversationsListResponse>;
  },
});

/** Where somebody is a member, the app itself by default; of private channels those the app is in as well. */
export const usersConversations = defineMethod({
  name: 'users.conversations',
  limit: tier3,
  args: z.object({
    user: z.string().optional(),
    types: commaList.optional(),
    cursor: z.string().optional(),
    limit: count.optional(),
    exclude_archived: flag.optional(),
  }),
  run({ args, slack }) {
    const prefixes = (args.types ?? ['public_channel']).map(prefixOfKind);
    for (const prefix of prefixes) requireScope({ slack, scope: `${prefix}:read` });
    const { user = slack.installation.botUserId } = args;
    if (slack.workspace.people.get(user) === undefined) throw new SlackFailure('user_not_found');
    const joined = slack.workspace.conversations
      .all()
      .filter(conversation => prefixes.includes(scopePrefix(conversation)))
      .filter(({ memberIds }) => memberIds.includes(user))
      .filter(conversation => !conversation.isPrivate || isMember({ slack, conversation }));
    const { items, metadata } = page({ ...args, items: joined, maxLimit: 999 });
    const channels = items.map(conversation => {
      // Here Slack does not say whether the app itself is one.
      const { is_member: _, ...channel } = describe({ slack, conversation }) as SlackChannel;
      return channel;
    });
    return { channels, response_metadata: metadata } satisfies Answer<UsersConversationsResponse>;
  },
});

export const conversationsJoin = defineMethod({
  name: 'conversations.join',
  scopes: ['channels:join'],
  limit: tier3,
  args: z.object({ channel: z.string() }),
  run({ args, slack }) {
    const conversation = findConversation({ slack, channel: args.channel });
    if (conversation.kind === 'im' || conversation.isPrivate) {
      throw new SlackFailure('method_not_supported_for_channel_type');
    }
    if (isMember({ slack, conversation }))
      return { channel: describe({ slack, conversation }) } satisfies Answer<ConversationsJoinResponse>;
    const joined = addMember({ slack, conversation, userId: slack.installation.botUserId });
    return { channel: describe({ slack, conversation: joined }) } satisfies Answer<ConversationsJoinResponse>;
  },
});

function prefixOfKind(kind: string): string {
  const prefix = kinds.get(kind);
  if (prefix === undefined) throw new SlackFailure('invalid_types');
  return prefix;
}

function findKnown({ slack, channel }: { slack: Slack; channel: string }): Conversation {
  const conversation = findConversation({ slack, channel });
  requireScope({ slack, scope: `${scopePrefix(conversation)}:read` });
  return conversation;
}

/** Each of the two answers lacks a field of direct messages that the other one has. */
type SlackChannel = NonNullable<ConversationsInfoResponse['channel']> &
  NonNullable<ConversationsListResponse['channels']>[number];

function describe({ slack, conversation }: { slack: Slack; conversation: Conversation }) {
  const { id, kind, name, topic, isPrivate, memberIds } = conversation;
  const { team, botUserId } = slack.installation;
  const shared = {
    id,
    created: 1_700_000_000,
    is_archived: false,
    is_org_shared: false,
    context_team_id: team.id,
  };
  if (kind === 'im') {
    const user = memberIds.find(memberId => memberId !== botUserId);
    return { ...shared, is_im: true, user, is_open: true, is_user_deleted: false } satisfies SlackChannel;
  }
  return {
    ...shared,
    name,
    name_normalized: name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_general: name === 'general',
    is_member: memberIds.includes(botUserId),
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  } satisfies SlackChannel;
}

import type { Conversation } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { requireScope } from './authorize.ts';
import { SlackFailure } from './slack-failure.ts';

/** A conversation the app may know of: public channels and whatever its bot is a member of. */
export function findConversation({ slack, channel }: { slack: Slack; channel: string }): Conversation {
  const { conversations } = slack.workspace;
  const byName = channel.startsWith('#') ? channel.slice(1) : channel;
  const found =
    conversations.get(channel) ??
    conversations.all().find(one => one.kind === 'channel' && one.name === byName);
  if (found === undefined || (!isMember({ slack, conversation: found }) && found.isPrivate)) {
    throw new SlackFailure('channel_not_found');
  }
  return found;
}

/** Whether the app's bot is in the conversation. */
export function isMember({ slack, conversation }: { slack: Slack; conversation: Conversation }): boolean {
  return conversation.memberIds.includes(slack.installation.botUserId);
}

type AddMemberInput = { slack: Slack; conversation: Conversation; userId: string };

/** The conversation with one member more, of whom the page and the app are told. */
export function addMember({ slack, conversation, userId }: AddMemberInput): Conversation {
  const { workspace, changes } = slack;
  const joined = { ...conversation, memberIds: [...conversation.memberIds, userId] };
  workspace.conversations.put(joined.id, joined);
  changes.publish({ type: 'conversation_changed', conversation: joined });
  changes.publish({ type: 'member_joined', conversation: joined, userId });
  return joined;
}

/** A conversation whose messages the app may read: its kind's `…:history` scope, and membership. */
export function findReadable({ slack, channel }: { slack: Slack; channel: string }): Conversation {
  const conversation = findConversation({ slack, channel });
  requireScope({ slack, scope: `${scopePrefix(conversation)}:history` });
  if (!isMember({ slack, conversation })) throw new SlackFailure('not_in_channel');
  return conversation;
}

/** What the scopes of a conversation's kind are called. */
export function scopePrefix({ kind, isPrivate }: Conversation): 'channels' | 'groups' | 'im' {
  if (kind === 'im') return 'im';
  return isPrivate ? 'groups' : 'channels';
}

/** The app's DM with a person, made when needed. */
export function openDirectMessage({ slack, userId }: { slack: Slack; userId: string }): Conversation {
  const { workspace, installation, changes } = slack;
  const { conversation, isNew } = workspace.directMessage(userId, installation.botUserId);
  if (isNew) changes.publish({ type: 'conversation_changed', conversation });
  return conversation;
}

import { has as isEmoji } from 'node-emoji';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { findConversation, isMember } from './conversations.ts';
import { SlackFailure } from './slack-failure.ts';

type FindReactionTargetInput = { slack: Slack; channel: string; timestamp: string; name: string };

type ReactionTarget = { slack: Slack; message: StoredMessage; name: string; userId: string };

/** The message that the app's reaction is for; throws what Slack answers where there is none. */
export function findReactionTarget(input: FindReactionTargetInput): ReactionTarget {
  const { slack, channel, timestamp, name } = input;
  const conversation = findConversation({ slack, channel });
  if (!isMember({ slack, conversation })) throw new SlackFailure('not_in_channel');
  if (!/^[a-z0-9_+-]+$/.test(name) || !isEmoji(name)) throw new SlackFailure('invalid_name');
  const message = slack.workspace.messagesIn(conversation.id).get(timestamp);
  if (message === undefined) throw new SlackFailure('message_not_found');
  return { slack, message, name, userId: slack.installation.botUserId };
}

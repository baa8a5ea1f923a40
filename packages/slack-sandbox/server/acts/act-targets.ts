import type { Conversation, Person } from '../../protocol.ts';
import type { Slack } from '../slack.ts';
import { isDeactivated } from '../state/is-deactivated.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { ActFailure } from './act-failure.ts';

/** The person who acts; nobody can act as the app. */
export function findPerson({ slack, as }: { slack: Slack; as: string }): Person {
  const person = slack.workspace.people.get(as);
  if (person === undefined || person.isBot) throw new ActFailure(`There is nobody called ${as} here.`);
  if (isDeactivated({ person, trouble: slack.trouble.get() }))
    throw new ActFailure(`${person.realName} has left.`);
  return person;
}

/** A conversation the person is a member of. */
export function findJoined(input: { slack: Slack; as: string; channel: string }): Conversation {
  const conversation = input.slack.workspace.conversations.get(input.channel);
  if (conversation === undefined || !conversation.memberIds.includes(input.as)) {
    throw new ActFailure('You are not in that conversation.');
  }
  return conversation;
}

/** A message the person can see, ephemeral ones included. */
export function findMessage(input: { slack: Slack; as: string; channel: string; ts: string }): StoredMessage {
  const { slack, as, channel, ts } = input;
  findJoined({ slack, as, channel });
  const ephemeral = slack.ephemerals.find({ channel, ts });
  if (ephemeral?.ephemeral_for === as) return ephemeral;
  const message = slack.workspace.messagesIn(channel).get(ts);
  if (message === undefined || message.subtype === 'tombstone') throw new ActFailure('That message is gone.');
  return message;
}

type FindOwnMessageInput = {
  slack: Slack;
  as: string;
  channel: string;
  ts: string;
};

/** A message the person wrote. */
export function findOwnMessage(input: FindOwnMessageInput): StoredMessage {
  const message = findMessage(input);
  if (message.user !== input.as) throw new ActFailure('That message is not yours.');
  return message;
}

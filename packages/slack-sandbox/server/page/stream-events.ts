import type { StreamEvent } from '../../protocol.ts';
import type { Change } from '../changes.ts';
import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';
import { namedFor, pageMessage } from './snapshot.ts';

/** The events that one person's page receives for a change; none for what they may not see. */
export function streamEvents(input: { slack: Slack; change: Change; userId: string }): StreamEvent[] {
  const { slack, change, userId } = input;
  switch (change.type) {
    case 'message_posted':
    case 'message_changed':
    case 'message_touched':
    case 'ephemeral_shown':
      if (!isSeen({ slack, message: change.message, userId })) return [];
      return [{ type: 'message', message: pageMessage(change.message) }];
    case 'message_deleted':
      return isSeen({ slack, message: change.previous, userId }) ? [gone(change.previous)] : [];
    case 'ephemeral_removed':
      return isSeen({ slack, message: change.message, userId }) ? [gone(change.message)] : [];
    case 'conversation_changed':
      if (!change.conversation.memberIds.includes(userId)) return [];
      return [
        {
          type: 'conversation',
          conversation: namedFor({ slack, userId, conversation: change.conversation }),
        },
      ];
    case 'views_changed':
      return change.userId === userId ? [{ type: 'views', views: slack.views.shown(userId) }] : [];
    case 'home_changed':
      return change.userId === userId ? [{ type: 'home', home: slack.homes.shown(userId) }] : [];
    case 'read':
      return change.userId === userId ? [{ type: 'read', channel: change.channel, ts: change.ts }] : [];
    case 'traffic':
      return [{ type: 'traffic', entry: change.entry }];
    case 'trouble':
      return [{ type: 'trouble', trouble: change.trouble }];
    case 'app_reachable':
      return [{ type: 'app', reachable: change.reachable }];
    case 'person_joined':
    case 'person_changed':
      return [{ type: 'person', person: change.person }];
    case 'member_joined':
    case 'home_opened':
    case 'reaction_changed':
      return [];
  }
}

function isSeen(input: { slack: Slack; message: StoredMessage; userId: string }): boolean {
  const { slack, message, userId } = input;
  if (message.ephemeral_for !== undefined) return message.ephemeral_for === userId;
  return slack.workspace.conversations.get(message.channel)?.memberIds.includes(userId) === true;
}

function gone({ channel, ts }: StoredMessage): StreamEvent {
  return { type: 'message_deleted', channel, ts };
}

import type { Slack } from '../slack.ts';
import type { StoredMessage } from '../state/stored-message.ts';

type ReactInput = { slack: Slack; message: StoredMessage; name: string; userId: string };

/** Whether somebody reacted to a message with that emoji. */
export function hasReacted({ message, name, userId }: Omit<ReactInput, 'slack'>): boolean {
  return message.reactions?.find(reaction => reaction.name === name)?.users.includes(userId) ?? false;
}

/** Adds somebody's reaction; the app receives `reaction_added`. */
export function addReaction(input: ReactInput): void {
  changeReaction({ ...input, isAdded: true });
}

/** Takes somebody's reaction back; the app receives `reaction_removed`. */
export function removeReaction(input: ReactInput): void {
  changeReaction({ ...input, isAdded: false });
}

function changeReaction({ slack, message, name, userId, isAdded }: ReactInput & { isAdded: boolean }): void {
  const { reactions = [] } = message;
  const known = reactions.find(reaction => reaction.name === name);
  const others = (known?.users ?? []).filter(user => user !== userId);
  const users = isAdded ? [...others, userId] : others;
  const changed = { name, users, count: users.length };
  const now =
    known === undefined ? [...reactions, changed] : reactions.map(one => (one === known ? changed : one));
  const messages = slack.workspace.messagesIn(message.channel);
  const kept = now.filter(({ count }) => count > 0);
  const { reactions: _before, ...rest } = message;
  const after = messages.put(message.ts, { ...rest, ...(kept.length > 0 && { reactions: kept }) });
  slack.changes.publish({ type: 'message_touched', message: after });
  slack.changes.publish({ type: 'reaction_changed', message: after, userId, name, isAdded });
}

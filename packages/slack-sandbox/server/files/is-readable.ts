import type { Slack } from '../slack.ts';
import { isOpen } from '../state/is-open.ts';
import type { StoredFile } from '../state/workspace.ts';

/**
 * Whether somebody may read a file: its owner, whoever is where it was shared, and people everywhere where that is a
 * public channel. What the app uploaded and never shared is shown in blocks, so everybody may read it.
 */
export function isReadable(input: { slack: Slack; file: StoredFile; userId: string }): boolean {
  const { slack, file, userId } = input;
  const { botUserId } = slack.installation;
  if (file.userId === userId) return true;
  if (file.userId === botUserId && file.shares.length === 0) return true;
  return file.shares.some(({ channel }) => {
    const conversation = slack.workspace.conversations.get(channel);
    if (conversation === undefined) return false;
    return conversation.memberIds.includes(userId) || (isOpen(conversation) && userId !== botUserId);
  });
}

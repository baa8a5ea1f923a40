import { fileFromMessage } from '../handling/file-from-message.ts';
import type { Shortcut } from '../handling/on-shortcut.ts';

/** "Create ticket": the filing form with the message as its description; a ticket's own thread leads to the ticket. */
export function createTicket({ context, user, triggerId, channel, message }: Shortcut): Promise<void> {
  return fileFromMessage({ context, userId: user.id, triggerId, channel, message, isSource: true });
}

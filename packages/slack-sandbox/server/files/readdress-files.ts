import type { Slack } from '../slack.ts';
import { fileUrls } from './file-store.ts';

/** Updates the address of every file, for a sandbox that was restarted on another port. */
export function readdressFiles(slack: Slack): void {
  const { workspace, installation } = slack;
  const baseUrl = slack.baseUrl();
  const today = ({ id, name, user = '' }: { id: string; name: string; user?: string }) =>
    fileUrls({ baseUrl, teamId: installation.team.id, id, name, userId: user });

  for (const file of workspace.files.all()) {
    if (!file.url_private.startsWith(`${baseUrl}/`))
      workspace.files.put(file.id, { ...file, ...today(file) });
  }
  for (const { id } of workspace.conversations.all()) {
    const messages = workspace.messagesIn(id);
    for (const message of messages.all()) {
      if (message.files?.every(file => file.url_private.startsWith(`${baseUrl}/`)) ?? true) continue;
      messages.put(message.ts, {
        ...message,
        files: message.files?.map(file => ({ ...file, ...today(file) })),
      });
    }
  }
}

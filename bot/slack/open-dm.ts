import type { WebClient } from '@slack/web-api';

/** The channel of the direct messages between the bot and a person. */
export async function openDm({ slack, userId }: { slack: WebClient; userId: string }): Promise<string> {
  const { channel } = await slack.conversations.open({ users: userId });
  if (channel?.id === undefined) throw new Error('conversations.open answered no channel');
  return channel.id;
}

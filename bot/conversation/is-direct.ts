/** Whether a conversation is the direct messages with one person: there everything written is meant for the bot. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

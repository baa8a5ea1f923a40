import type { ListenerContext } from '../listeners/handling/context.ts';
import { readSlackMessage, type SlackMessageReading } from './read-slack-message.ts';
import { mentionedIn } from './slack-text.ts';

/** What a Slack message says, with the people it mentions by name; `channel` where the message does not say it. */
export async function readMessage({
  context,
  message,
  channel,
}: {
  context: ListenerContext;
  message: unknown;
  channel?: string;
}): Promise<SlackMessageReading> {
  const names = await namesIn({ context, message });
  const ref = channel === undefined ? {} : { channel };
  return readSlackMessage({ message, botUserId: context.botUserId, names, ...ref });
}

/** The names of everybody whom the message's texts mention, by id. */
export async function namesIn({
  context,
  message,
}: {
  context: ListenerContext;
  message: unknown;
}): Promise<Map<string, string>> {
  const mentioned = mentionedIn(JSON.stringify(message));
  const known = mentioned.map(async id => [id, await context.names.nameOf({ id })] as const);
  return new Map(await Promise.all(known));
}

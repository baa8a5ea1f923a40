import type { Desk } from '../listeners/handling/context.ts';
import { readSlackMessage, type SlackMessageReading } from './read-slack-message.ts';
import { mentionedIn } from './slack-text.ts';

/** What a Slack message says, with the people it mentions by name; `channel` where the message does not say it. */
export async function readMessage({
  desk,
  message,
  channel,
}: {
  desk: Desk;
  message: unknown;
  channel?: string;
}): Promise<SlackMessageReading> {
  const names = await namesIn({ desk, message });
  const place = channel === undefined ? {} : { channel };
  return readSlackMessage({ message, botUserId: desk.botUserId, names, ...place });
}

/** The names of everybody whom the message's texts mention, by id. */
export async function namesIn({
  desk,
  message,
}: {
  desk: Desk;
  message: unknown;
}): Promise<Map<string, string>> {
  const mentioned = mentionedIn(JSON.stringify(message));
  const known = mentioned.map(async id => [id, await desk.names.nameOf({ id })] as const);
  return new Map(await Promise.all(known));
}
